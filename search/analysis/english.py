"""English: Snowball after British and American spellings were made one, and roots for what derivation separates."""

import re

from search.analysis import snowball
from search.analysis.endings import Endings

_snowball = snowball.stemmer("en")


def _table(text):
    """{form: word} of lines "word form form"."""
    return {form: words[0] for words in map(str.split, text.strip().splitlines()) for form in words[1:]}


# Forms that no rule brings together, and spellings of one word.
IRREGULAR = _table("""
child children
person persons people peoples
man men
woman women
foot feet
tooth teeth
mouse mice
goose geese
life lives
wife wives
knife knives
leaf leaves
half halves
shelf shelves
loaf loaves
wolf wolves
thief thieves
be was were been being
go goes went gone going
do did done doing
have has had having
teach taught
buy bought
bring brought
think thought
catch caught
seek sought
fight fought
sell sold
tell told
find found finds
hold held
build built
send sent
spend spent
lend lent
lose lost
leave left
meet met
keep kept
sleep slept
feel felt
make made
pay paid
say said
give gave given
take took taken
write wrote written
speak spoke spoken
drive drove driven
ride rode ridden
rise rose risen
choose chose chosen
know knew known
grow grew grown
throw threw thrown
fly flew flown
draw drew drawn
see saw seen
eat ate eaten
drink drank drunk
run ran
begin began begun
swim swam swum
sing sang sung
win won
come came
become became
get got gotten
sit sat
stand stood
understand understood
wear wore worn
break broke broken
steal stole stolen
forget forgot forgotten
hear heard
read reads reading
lead led
feed fed
breed bred
license licence licences licensed licensing licenses
practice practise practised practising practises
defense defence
check cheque cheques
gray grey
tire tyre tyres
aging ageing
program programme programmes programmed programming programs programmer programmers
enroll enrol enrols enrolment
jewelry jewellery
skillful skilful
fulfill fulfil fulfils fulfilment
counselor counsellor counsellors counselors
counseling counselling
traveler traveller travellers travelers
travel travelled traveled travelling traveling
""")

_SPELLINGS = (
    # organisation, organization; digitised, digitized
    (re.compile(r"(?<=\w{3})is(?=(?:e|ed|es|er|ers|ing|able|ation|ations|ational)$)"), "iz"),
    # labour, labor; neighbourhood, neighborhood
    (re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|er|ers|able|al|ite|ites|hood|hoods|ly|ful|less)?$)"), "or"),
    # centre, center; but not "tre" of one syllable
    (re.compile(r"(?<=\w{3})tre(?=s?$)"), "ter"),
)  # fmt: skip

# What derivation puts on Snowball's stems, longest first: investor, investment, invests -> invest.
_SUFFIXES = Endings(
    {
        4: """
        ation ator ativ ition itor ment ness ship hood less ful ist ism iti ant anc ent enc abl ibl ion ous iz ic al or
        er ee at ag iv li i e y
        """
    }
)
_PASSES = 2


def stem(word):
    """The stem of an English word in small letters without accents."""
    return _snowball(IRREGULAR.get(word) or spelled(word))


def spelled(word):
    """The word in one of its spellings."""
    for pattern, letters in _SPELLINGS:
        word = pattern.sub(letters, word)
    return word


def root(word):
    """What the word shares with those derived from the same one; right more often than not."""
    shortened = stem(word)
    for _ in range(_PASSES):
        shortened = shortened[: next(_SUFFIXES.of(shortened), None)]
    return shortened
