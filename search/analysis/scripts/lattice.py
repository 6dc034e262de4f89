"""Which Cyrillic words a Latin one may stand for: a lattice of spellings, walked by rising cost and bounded."""

import heapq
import re
from functools import lru_cache

from search.analysis.scripts.folding import strip_marks

LIMIT = 24

# Latin letters and the Cyrillic ones that they are written for, the likeliest first.
_CHOICES = """
shch щ
sht щ
6t щ
sch щ ш
dzh дж
dj дж
iya ия
ija ия
ste сте ще
sti сти щи
stn стн щн
sh ш
ch ч
zh ж
ts ц
tz ц
kh х
ph ф
th т
ck к
ya я
ja я жа
ia ия я иа
iq ия
yu ю
ju ю жу
iu ю
yo йо ьо
jo йо жо
io ио йо
ou у
ee и
oo у
6 ш
4 ч
q я
w в
x х кс
y ъ и й
j ж й
u у ъ
c ц к
a а
b б
d д
e е
f ф
g г
h х
i и
k к
l л
m м
n н
o о
p п
r р
s с
t т
v в
z з
"""


def _by_first_letter(table):
    rows = {}
    for latin, *cyrillic in map(str.split, table.strip().splitlines()):
        rows.setdefault(latin[0], []).append((latin, tuple(cyrillic)))
    return {letter: sorted(choices, key=lambda row: -len(row[0])) for letter, choices in rows.items()}


_BY_FIRST_LETTER = _by_first_letter(_CHOICES)
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")


@lru_cache(maxsize=20_000)
def cyrillic_spellings(word, limit=LIMIT):
    """At most `limit` Cyrillic words that the Latin one may stand for, the likeliest first; or none."""
    slots = _slots(_DOUBLED.sub(r"\1", strip_marks(word)))
    return tuple(_cheapest(slots, limit)) if slots else ()


def _slots(latin):
    """The choices for each chunk of the word, or None."""
    slots, at = [], 0
    while at < len(latin):
        for chunk, choices in _BY_FIRST_LETTER.get(latin[at], ()):
            if latin.startswith(chunk, at):
                slots.append(choices)
                at += len(chunk)
                break
        else:
            return None
    # A fleeting ъ is officially an "a": tsentar is център.
    if len(slots) >= 3 and slots[-2] == ("а",) and slots[-1][0] in "рлмнкцв" and len(slots[-3][0]) == 1:
        slots[-2] = ("а", "ъ")
    return slots


def _cheapest(slots, limit):
    """Spellings by how many less likely choices they take; each is built from a cheaper one, once."""
    heap = [(0, (0,) * len(slots), 0)]
    found = 0
    while heap and found < limit:
        cost, choice, start = heapq.heappop(heap)
        yield "".join(letters[index] for letters, index in zip(slots, choice, strict=True))
        found += 1
        for position in range(start, len(slots)):
            if choice[position] + 1 < len(slots[position]):
                dearer = (*choice[:position], choice[position] + 1, *choice[position + 1 :])
                heapq.heappush(heap, (cost + 1, dearer, position))
