"""What a word ends with, looked up by length: rules have a hundred endings, and a rebuild asks millions of words."""


class Endings:
    """`by_rest` has the endings, with spaces between them, by how many letters stay before them at least."""

    def __init__(self, by_rest):
        self._rests = {ending: rest for rest, endings in by_rest.items() for ending in endings.split()}
        self._sizes = sorted({len(ending) for ending in self._rests}, reverse=True)

    def of(self, word):
        """For each ending that the word may lose, the number of letters that stay; the longest ending first."""
        length = len(word)
        for size in self._sizes:
            rest = self._rests.get(word[-size:])
            if rest is not None and length - size >= rest:
                yield length - size
