"""From the blocks of an issue to what it says, in plain data: web page, HTML mail and text are made of the same.

Each function takes a block's value and the `Gathering` and returns a piece, a dictionary with its `kind`, or None
where there is nothing to show. What is broken it tells the gathering.
"""

from wagtail.images.models import SourceImageIOError

from core import rich_text
from core.content_sources import Item, source_named, source_of
from newsletters.issues.problems import Trouble

IMAGE_WIDTH = 536  # what a letter of 600 px leaves between its margins
RENDITION = f"width-{2 * IMAGE_WIDTH}|format-jpeg"


def text(value, gathering):
    source = value["text"].source
    for kind, known in (("page", gathering.rendering.links.page), ("document", gathering.rendering.documents.get)):
        if any(known(pk) is None for pk in rich_text.linked_ids(kind, source)):
            gathering.note(Trouble.BROKEN_LINK, value["title"] or rich_text.words(source))
    html = gathering.rendering.rich_text(source)
    return {"kind": "text", "title": value["title"], "html": str(html)} if rich_text.words(source) else None


def picked(value, gathering):
    found = [gathering.pick(one["page"] or one["profile"]) for one in value["items"]]
    return _items(value["title"], gathering.take(filter(None, found), len(found)))


def latest(value, gathering):
    name = value["source"]
    source = source_named(name)
    if source is None:
        return None
    asked = value["limit"] + len(gathering.shown)
    items = source.latest(gathering.language, since=gathering.since, topics=value["topics"], limit=asked)
    fresh = gathering.take([(name, item) for item in items], value["limit"])
    if not fresh:
        gathering.note(Trouble.NOTHING_NEW, value["title"] or source.label)
    return _items(value["title"], fresh)


def image(value, gathering):
    picture = value["image"]
    if picture is None:
        gathering.note(Trouble.MISSING_IMAGE, value["caption"])
        return None
    try:
        rendition = picture.get_rendition(RENDITION)
    except SourceImageIOError:
        gathering.note(Trouble.MISSING_IMAGE, picture.title)
        return None
    alt = value["alt"] or picture.default_alt_text
    if not alt:
        gathering.note(Trouble.MISSING_ALT, picture.title)
    width = min(IMAGE_WIDTH, rendition.width)
    height = round(rendition.height * width / rendition.width)
    return {"kind": "image", "src": rendition.url, "width": width, "height": height, "alt": alt} | {
        "caption": value["caption"]
    }


def button(value, gathering):
    link = gathering.rendering.links.resolve(value)
    if link is None:
        gathering.note(Trouble.BROKEN_LINK, value.get("label"))
        return None
    return {"kind": "button", "label": str(link.label), "url": link.url, "language": link.language}


def divider(value, gathering):
    return {"kind": "divider"}


def quote(value, gathering):
    return {"kind": "quote", "text": value["text"], "name": value["name"], "role": value["role"]}


MAKERS = {one.__name__: one for one in (text, picked, latest, image, button, divider, quote)}


def item_of(thing, gathering):
    """(name of its source, `Item`) of what an editor chose, or None where readers may not see it."""
    if found := source_of(_class_of(thing)):
        name, source = found
        item = source.shown([thing], gathering.language).get(thing.pk)
        return item and (name, item)
    links = gathering.rendering.links
    page = links.page(thing.pk)
    return page and ("page", Item(str(page.translation_key), page.title, page.url, language=links.foreign(page)))


def _class_of(thing):
    """Of a page, which comes in brief or as Wagtail's plain one, the class of its own."""
    return getattr(thing, "model", None) or getattr(thing, "specific_class", None) or type(thing)


def _items(title, items):
    return {"kind": "items", "title": title, "items": [as_data(item) for item in items]} if items else None


def as_data(item):
    date = item.date.isoformat() if item.date else ""
    return {"title": item.title, "url": item.url, "summary": item.summary, "language": item.language, "date": date}
