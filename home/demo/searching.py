"""What the editors of the demonstration have told its search."""

from home.demo.texts import load
from search.models import PromotedResult, Promotion, SynonymGroup
from search.pages import page_kind


def teach_search(pages):
    """Write the demonstration's synonyms and promoted results where editors have written none."""
    entries = load("search")
    if not SynonymGroup.objects.exists():
        for phrases in entries["synonyms"]:
            _save(SynonymGroup(phrases="\n".join(phrases)))
    if not Promotion.objects.exists():
        for entry in entries["promotions"]:
            promotion = Promotion(phrases="\n".join(entry["searches"]))
            promotion.results = [
                PromotedResult(reference=_reference(pages[key]), sort_order=number)
                for number, key in enumerate(entry["pages"])
            ]
            _save(promotion)


def _save(row):
    row.full_clean()
    row.save()


def _reference(page):
    return f"{page_kind(type(page))}:{page.translation_key}"
