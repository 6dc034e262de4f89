"""Everything of the demonstration that is not a page: people, pictures, settings, navigation, demo accounts."""

from django.conf import settings
from django.core.files.base import ContentFile

from core.models import Navigation, SiteSettings
from directory.models import DirectoryIntroduction
from home.demo.illustrations import draw
from home.demo.keys import stable_id
from home.demo.texts import in_language, load
from images.models import CustomImage
from images.services import make_renditions
from people.models import Person

# The presets that the demonstration's pages show its pictures in; ready before the first reader asks.
SHAPES = ["cover", "card", "square", "block"]


def people():
    """Persons by key, created where missing."""
    found = {}
    for entry in load("people")["people"]:
        found[entry["key"]] = Person.objects.filter(
            **{f"name__{settings.LANGUAGE_CODE}": entry["name"][settings.LANGUAGE_CODE]}
        ).first() or Person.objects.create(name=entry["name"], role=entry["role"])
    return found


def images():
    """Illustrations by key, drawn where missing."""
    found = {}
    for entry in load("illustrations")["illustrations"]:
        title = f"demo: {entry['key']}"
        image = CustomImage.objects.filter(title=title).first()
        if image is None:
            image = CustomImage(title=title, alt=entry["alt"])
            image.file.save(f"{entry['key']}.png", ContentFile(draw(entry["key"])), save=True)
            make_renditions(image, SHAPES)
        found[entry["key"]] = image
    return found


def introduce_directory():
    """Give the directory its title and introduction in each language in which editors have written none."""
    for language in dict(settings.LANGUAGES):
        texts = in_language(load("directory"), language)
        row, _created = DirectoryIntroduction.objects.get_or_create(language=language)
        if not (row.title or row.introduction):
            row.title, row.introduction = texts["title"], texts["introduction"]
            row.save()


def write_settings(pages):
    """Fill the settings and the navigation of each language that editors have not touched yet."""
    for language in dict(settings.LANGUAGES):
        texts = in_language(load("settings"), language)
        site_settings, _created = SiteSettings.objects.get_or_create(language=language)
        if not site_settings.organisation:
            _fill_settings(site_settings, texts)
        navigation, _created = Navigation.objects.get_or_create(language=language)
        if not (navigation.header or navigation.footer):
            _fill_navigation(navigation, texts["navigation"], pages)


def _fill_settings(site_settings, texts):
    site_settings.name = texts["site_name"]
    site_settings.tagline = texts["tagline"]
    site_settings.organisation = texts["contact"]["organisation"]
    site_settings.email = texts["contact"]["email"]
    site_settings.funding_statement = texts["funding"]["statement"]
    site_settings.funding_disclaimer = f"{texts['funding']['project']} {texts['funding']['disclaimer']}"
    site_settings.footer_note = f"{texts['demo']['note']} {texts['footer_note']}"
    site_settings.save()


def _fill_navigation(navigation, texts, pages):
    language = navigation.language

    def link(entry):
        if "route" in entry:
            return {"label": entry["label"], "page": None, "route": entry["route"], "url": ""}
        page = pages[entry["page"]]
        translation = page.get_translations(inclusive=True).filter(locale__language_code=language).first()
        return {"label": entry["label"], "page": (translation or page).pk, "route": "", "url": ""}

    navigation.header = [
        {"type": "link", "value": link(entry), "id": str(stable_id("header", language, number))}
        for number, entry in enumerate(texts["header"])
    ]
    navigation.footer = [
        {
            "type": "group",
            "value": {
                "title": group["title"],
                "links": [
                    {"type": "item", "value": link(entry), "id": str(stable_id("footer", language, number, place))}
                    for place, entry in enumerate(group["items"])
                ],
            },
            "id": str(stable_id("footer", language, number)),
        }
        for number, group in enumerate(texts["footer"])
    ]
    navigation.save()
