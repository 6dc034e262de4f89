"""From the texts of a content file to the raw data of an issue of a newsletter."""

from home.demo.keys import stable_id
from newsletters.models import MailingList


def letter_stream(entries, targets, path):
    """As `home.demo.body.stream`, of the blocks of letters."""
    return [
        {
            "type": entry["type"],
            "value": _value(entry, targets, f"{path}/{number}"),
            "id": str(stable_id("block", path, number)),
        }
        for number, entry in enumerate(entries)
    ]


def fill_issue(page, entry, writer):
    """Set whom an issue goes to."""
    page.mailing_list = MailingList.objects.filter(slug=entry["list"]).first()
    page.topics.set([writer.topics[slug] for slug in entry["topics"]])


def _value(entry, targets, path):
    kind = entry["type"]
    if kind == "divider":
        return None
    if kind == "text":
        return {"title": entry["title"], "text": targets.rich_text(entry["html"])}
    if kind == "picked":
        items = [
            {"type": "item", "value": {"page": targets.pages[key].pk, "profile": None}, "id": _item_id(path, key)}
            for key in entry["items"]
        ]
        return {"title": entry["title"], "items": items}
    if kind == "button":
        return {"label": entry["label"], "page": targets.pages[entry["page"]].pk, "route": "", "url": ""}
    return {name: value for name, value in entry.items() if name != "type"}


def _item_id(path, key):
    return str(stable_id("item", path, key))
