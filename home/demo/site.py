"""Everything of the demonstration that is not a page: people, pictures, settings, navigation, demo accounts."""

from django.conf import settings
from django.core.files.base import ContentFile

from core.models import Navigation, SiteSettings
from home.demo.illustrations import draw
from home.demo.keys import stable_id
from home.demo.texts import in_language, load
from images.models import CustomImage
from people.models import Person


def people():
    """Persons by key, created where missing."""
    found = {}
    for entry in load("people")["people"]:
        found[entry["key"]] = (
            Person.objects.filter(**{f"name__{settings.LANGUAGE_CODE}": entry["name"][settings.LANGUAGE_CODE]}).first()
            or Person.objects.create(name=entry["name"], role=entry["role"])
        )
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
        found[entry["key"]] = image
    return found


def write_settings(pages):
    """Fill the settings and the navigation of each language that editors have not touched yet."""
    for language in dict(settings.LANGUAGES):
        texts = in_language(load("settings"), language)
        if not SiteSettings.objects.filter(language=language).exists():
            _site_settings(language, texts).save()
        if not Navigation.objects.filter(language=language).exists():
            _navigation(language, texts["navigation"], pages).save()


def _site_settings(language, texts):
    return SiteSettings(
        language=language,
        name=texts["site_name"],
        tagline=texts["tagline"],
        organisation=texts["contact"]["organisation"],
        email=texts["contact"]["email"],
        funding_statement=texts["funding"]["statement"],
        funding_disclaimer=f"{texts['funding']['project']} {texts['funding']['disclaimer']}",
        footer_note=texts["footer_note"],
    )


def _navigation(language, texts, pages):
    def link(entry):
        page = pages[entry["page"]]
        translation = page.get_translations(inclusive=True).filter(locale__language_code=language).first()
        return {"label": entry["label"], "page": (translation or page).pk, "route": "", "url": ""}

    header = [
        {"type": "link", "value": link(entry), "id": str(stable_id("header", language, number))}
        for number, entry in enumerate(texts["header"])
    ]
    footer = [
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
    return Navigation(language=language, header=header, footer=footer)
