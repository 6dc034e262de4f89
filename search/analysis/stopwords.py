"""Words that hold sentences and questions together and say nothing of what is looked for."""

from functools import lru_cache

from search.analysis.keys import plain
from search.analysis.scripts import cyrillic_spellings, is_cyrillic

_BULGARIAN = """
а ако ала бе без беше би бил била били било близо бъда бъдат бъде бях бяха в вас ваш ваша ваше ваши ви вие винаги все
всеки всички всичко всяка вече във върху г го даже да дали до докато дори друг друга други е ето едва един една едно
едни за заради засега затова защо защото и из или им има имаме имат имаш имам иска искам искаме искат искаш й каза как
каква какви какво какъв какъвто като кога когато кого което които кой който кои колко която къде където към ли м ме
между мен ми мной мога могат може можем можеш можете мой моя мое мои моята моите му н на навсякъде над нас наш наша
наше наши не него нека нея ни ние никой нито но ну някакъв някаква някакво някакви някой някоя някое някои няколко няма
нямам нямаме обаче около освен особено от отгоре отново още по повече под поне поради после почти правя прави правим
правят преди през при пък с са само се сега си след следния сме според сред срещу сте стига съм със също т тази така
такава такива такъв там твой те тези ти то това тогава този той толкова точно три трябва тук тъй тя тях у чакам че чрез
ще щом я як свой своя свое свои своята своите негов негова неговата нейн нейна техен тяхна тяхната
намеря намирам намери намерим намерите търся търсим търси търсят зная знам разбера науча правим прави ставам стане става
някъде нещо някого забравих получа получавам получим мене тебе себе помогнете моля здравейте кажете покажете
"""
_ENGLISH = """
a about above after again all also am an and any anyone anybody anything are as at be because been before being below
between both but by can cannot could did do does doing done down during each either else every everyone few find for
from further get gets getting give got had has have having he her here hers him his how i if in into is it its just know
let like look looking made make makes many may me might more most much must my near need needed needs neither no nor not
now of off on once one only or other our ours out over own please same shall she should show so some somebody someone
something somewhere such than that the their theirs them then there these they this those through to too under until up
upon us very want wants was we were what when where whether which while who whom whose why will with within without
would you your yours tell exist exists available
"""

STOP_WORDS = {"bg": frozenset(_BULGARIAN.split()), "en": frozenset(_ENGLISH.split())}
# The longest Latin word that may be a Bulgarian stop word (za, ot, kakvo): longer ones are words.
_LONGEST_LATIN = 5
_SPELLINGS = 4


@lru_cache(maxsize=20_000)
def is_stop_word(word, code):
    """Whether a query's word counts for nothing, in either script, for a reader of the language."""
    word = plain(word)
    if is_cyrillic(word):
        return word in STOP_WORDS["bg"]
    if word in STOP_WORDS["en"]:
        return True
    return (
        code == "bg"
        and len(word) <= _LONGEST_LATIN
        and any(spelling in STOP_WORDS["bg"] for spelling in cyrillic_spellings(word, _SPELLINGS))
    )
