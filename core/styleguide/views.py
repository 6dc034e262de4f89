from django.http import HttpResponse
from django.shortcuts import render
from django.utils import translation

from core.blocks import BodyBlock
from core.styleguide.samples import samples
from core.styleguide.tokens import design_tokens, swatch_sheet
from core.weave.hues import HUES

THEMES = ("light", "dark")
STARS = (0, 1, 60, 298, 1_800, 100_000)
MARKERS = (1, 2, 5, 13, 24, 10_000)
SLUGS = ("chergi", "trapeza", "uchilishte", "gradina")


def styleguide(request):
    """Every token and every component, in both themes."""
    tokens = design_tokens()
    kinds = {kind: [token for token in tokens if token.kind == kind] for kind in ("colour", "type", "space", "other")}
    with translation.override("en"):
        return render(
            request,
            "core/styleguide/index.html",
            {
                "themes": THEMES,
                "tokens": kinds,
                "hues": HUES,
                "slugs": SLUGS,
                "stars": [_spread(total) for total in STARS],
                "markers": [_spread(total) for total in MARKERS],
                "components": list(zip(*(samples(theme) for theme in THEMES), strict=True)),
                "blocks": _blocks(),
            },
        )


def styleguide_css(request):
    """A class for each token."""
    return HttpResponse(swatch_sheet(design_tokens()), content_type="text/css")


def _spread(total):
    """`total` over the hues, unequally; a tenth has none."""
    shares = dict(zip([*HUES, ""], (13, 8, 15, 11, 14, 13, 8, 8, 10), strict=True))
    found = {hue: total * share // 100 for hue, share in shares.items()}
    return found | {"climate": found["climate"] + total - sum(found.values())}


def _blocks():
    """Each block of a page's body with its preview, as it stands in the admin."""
    shown = ((block, block.get_preview_value()) for block in BodyBlock().child_blocks.values())
    return [(block, block.render(value)) for block, value in shown]
