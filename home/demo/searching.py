"""What the editors of the demonstration have told its search."""

from home.demo.texts import load
from search.models import SynonymGroup


def teach_search():
    """Write the demonstration's groups of synonyms where editors have written none."""
    if not SynonymGroup.objects.exists():
        for phrases in load("search")["synonyms"]:
            group = SynonymGroup(phrases="\n".join(phrases))
            group.full_clean()
            group.save()
