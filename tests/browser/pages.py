"""The pages of the matrix, each by the name of its template, and where it is in each language."""

from dataclasses import dataclass

WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")


@dataclass(frozen=True)
class Sample:
    """A page by name, with its path in each language and the status that it answers with."""

    name: str
    bg: str
    en: str = ""
    status: int = 200

    @property
    def paths(self):
        return {language: path for language in ("bg", "en") if (path := getattr(self, language))}


HOME = Sample("home", "/bg/", "/en/")
CENTRE = Sample("standard", "/bg/tsentar-za-kompetentsii/", "/en/competence-centre/")
NEWS = Sample("news", "/bg/novini/", "/en/news/")
POST = Sample(
    "post",
    "/bg/novini/kakav-tsentar-ni-tryabva-blagoevgrad/",
    "/en/news/what-kind-of-centre-blagoevgrad/",
)
LONELY_POST = Sample("post without translation", "/bg/novini/samo-na-balgarski/")
FORM = Sample("form", "/bg/pishete-ni/", "/en/contact/")
NEWSLETTERS = Sample("newsletters", "/bg/newsletters/", "/en/newsletters/")
ARCHIVE = Sample("archive of newsletters", "/bg/arhiv-na-byuletina/", "/en/newsletter-archive/")
ISSUE = Sample(
    "issue",
    "/bg/arhiv-na-byuletina/klubat-otvori-vrati/",
    "/en/newsletter-archive/the-club-has-opened-its-doors/",
)
MISSING = Sample("404", "/bg/nyama-takava/", "/en/no-such-page/", status=404)
DIRECTORY = Sample("directory", "/bg/directory/", "/en/directory/")
FOUND = "?group=disabilities&near=plovdiv&stage=pilot&stage=established"
NOTHING = "?near=vidin&theme=climate&stage=idea&q=xyz"
SEARCH = Sample("search", "/bg/search/", "/en/search/")
PROFILE = Sample("profile", "/bg/directory/chergi-sas-smisal/", "/en/directory/chergi-sas-smisal/")
# A profile that says nothing in English, and has little to say at all.
SMALL_PROFILE = Sample("small profile", "/bg/directory/malak/", "/en/directory/malak/")
SAMPLES = (
    HOME,
    DIRECTORY,
    Sample("directory, filtered", f"/bg/directory/{FOUND}", f"/en/directory/{FOUND}"),
    Sample("directory, nothing found", f"/bg/directory/{NOTHING}", f"/en/directory/{NOTHING}"),
    Sample("directory, unknown town", "/bg/directory/?near=Atlantida"),
    Sample("map", "/bg/directory/?view=map", "/en/directory/?view=map"),
    Sample("no profile", "/bg/directory/nyama-takav/", "/en/directory/no-such-profile/", status=404),
    SEARCH,
    Sample("search, found", "/bg/search/?q=zanayati+za+mladezhi", "/en/search/?q=crfats&kind=profile"),
    Sample("search, nothing found", "/bg/search/?q=xqzvw", "/en/search/?q=xqzvw&topic=crafts"),
    PROFILE,
    SMALL_PROFILE,
    Sample("topic page", "/bg/topics/crafts/", "/en/topics/crafts/"),
    CENTRE,
    Sample("text", "/bg/kakvo-e-sotsialna-inovatsia/", "/en/what-is-social-innovation/"),
    NEWS,
    Sample("topic", "/bg/novini/topic/local-development/", "/en/news/topic/local-development/"),
    Sample("no topic", "/bg/novini/topic/no-such-topic/", "/en/news/topic/no-such-topic/", status=404),
    Sample("month", "/bg/novini/2026/11/", "/en/news/2026/11/"),
    POST,
    LONELY_POST,
    FORM,
    NEWSLETTERS,
    ARCHIVE,
    ISSUE,
    MISSING,
)

CASES = [(sample, language) for sample in SAMPLES for language in sample.paths]


def case_id(value):
    return value.name if isinstance(value, Sample) else str(value)
