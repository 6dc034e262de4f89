"""Words that hold sentences and questions together and say nothing of what is looked for."""

from functools import lru_cache

from search.analysis.keys import folded, plain
from search.analysis.scripts import cyrillic_spellings, is_cyrillic

_BULGARIAN = """
а ако ала бе без беше би бил била били било близо бъда бъдат бъде бях бяха в вас ваш ваша ваше ваши вече ви вие винаги
все всеки всички всичко всяка във върху г ги го да даже дали до докато докъде дори е едва един една едни едно ето за
занимава занимават заради засега затова защо защото здравейте знам значи зная и идвам из или им има имам
имаме имат имаш иска искам искаме искат искаш й кажете каза как каква какви какво какъв какъвто като кога когато кого
което кои които кой който колко която къде където към ли м ме между мен мене ми мной мога могат мое може можем можете
можеш мои моите мой моля моя моята му н на навсякъде над намери намерим намерите намеря намира намирам намират нас
наш наша наше наши не него негов негова неговата нейн нейна нека нещо нея ни ние никой нито но ну някаква
някакви някакво някакъв някого някое някои някой няколко някоя някъде няма нямам нямаме обаче означава означават около
освен особено от отгоре отида отидем откъде отново още по повече под покажете получа получавам получим помогнат
помогне помогнете поне поради после почти прави правим правя правят преди представлява представляват през при пък
разбера с са само свое свои своите свой своя своята се себе сега си след следния сме според сред срещу става ставам
стана стане станем станете сте стига струва струват съм със също т тази така такава такива такъв там твой те тебе тези
техен ти то това тогава този той толкова точно три трябва тук тъй търси търсим търся търсят тя тях тяхна тяхната у
че чрез ще щом я як
"""
_ENGLISH = """
a about above after again all also am an and any anybody anyone anything are as at available be because become
becoming been before being below between both but by can cannot could did do does doing done down during each either
else every everyone exist exists few find for from further get gets getting give got had happen happened happens has
have having he her here hers him his how i if im in into is it its ive just know let like look looking made make makes
many may me mean meaning means might more most much must my near need needed needs neither no nor not now of off on
once one only or other our ours out over own please possible same shall she should show so some somebody someone
something somewhere such take taken tell than that the their theirs them then there these they this those through to
too under until up upon us use very want wants was we were what whats when where whether which while who whom whose
why will with within without would you your yours
"""

STOP_WORDS = {"bg": frozenset(_BULGARIAN.split()), "en": frozenset(_ENGLISH.split())}
# Bulgarian ones as they sound in Latin letters: kade, koi, namerya.
_SOUNDING = frozenset(map(folded, STOP_WORDS["bg"]))
# The longest Latin word that may be one of them: longer ones are words.
_LONGEST_LATIN = 6
_SPELLINGS = 4


@lru_cache(maxsize=20_000)
def is_stop_word(word, code):
    """Whether a query's word counts for nothing, in either script, for a reader of the language."""
    word = plain(word)
    if is_cyrillic(word):
        return word in STOP_WORDS["bg"]
    return word in STOP_WORDS["en"] or (code == "bg" and len(word) <= _LONGEST_LATIN and _is_bulgarian(word))


def _is_bulgarian(word):
    return folded(word) in _SOUNDING or not STOP_WORDS["bg"].isdisjoint(cyrillic_spellings(word, _SPELLINGS))
