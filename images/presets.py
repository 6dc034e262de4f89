"""The shapes in which pictures are shown, each with the widths that browsers may choose from."""

from dataclasses import dataclass
from functools import cache

from PIL import features

NEAR = 1.15  # two widths closer than this are as good as one


@dataclass(frozen=True)
class Preset:
    """`ratio` crops around the focal point (None keeps the shape); `widths` in pixels, ascending; `sizes` as in HTML.

    Of the formats, the last is for browsers that know none of the others; it comes in one width, `fallback`.
    """

    widths: tuple
    sizes: str
    fallback: int
    ratio: tuple | None = None
    formats: tuple = ("avif", "webp", "jpeg")


# Few widths, each twice the one before: they are shared among the presets, so that an image needs few renditions.
PRESETS = {
    "cover": Preset((400, 800, 1600), "(min-width: 86rem) 80rem, 100vw", 800, ratio=(16, 9)),
    "card": Preset((400, 800), "(min-width: 64rem) 26rem, (min-width: 40rem) 50vw, 100vw", 400, ratio=(16, 9)),
    "square": Preset((160, 320, 640), "(min-width: 64rem) 20rem, (min-width: 40rem) 33vw, 50vw", 320, ratio=(1, 1)),
    "avatar": Preset((160,), "5rem", 160, ratio=(1, 1)),
    "block": Preset((400, 800, 1600), "(min-width: 64rem) 44rem, 100vw", 800),
    "full": Preset((400, 800, 1600), "(min-width: 86rem) 80rem, 100vw", 800),
    "logo": Preset((160, 320), "10rem", 160, formats=("webp", "png")),
}


@cache
def avif_available():
    """Whether this build of Pillow writes AVIF; where it doesn't, browsers get WebP."""
    return features.check("avif")


def formats(preset):
    """The formats of `preset` that can be written here, best first."""
    return [name for name in preset.formats if name != "avif" or avif_available()]


def widths(preset, image):
    """The widths of `preset` that `image` has pixels for; its own width in place of the first that it hasn't."""
    available = image.width
    if preset.ratio:
        available = min(available, image.height * preset.ratio[0] // preset.ratio[1])
    kept = [width for width in preset.widths if width <= available]
    if len(kept) == len(preset.widths) or (kept and available < kept[-1] * NEAR):
        return kept
    return [*kept, max(available, 1)]


def spec(preset, image, width, file_format):
    """Wagtail's filter for one rendition; presets that need no crop of this image share it."""
    if preset.ratio is None or image.width * preset.ratio[1] == image.height * preset.ratio[0]:
        return f"width-{width}|format-{file_format}"
    return f"fill-{width}x{round(width * preset.ratio[1] / preset.ratio[0])}|format-{file_format}"


def fallback_width(preset, image):
    """The one width of the last format: the largest that isn't above the preset's fallback."""
    possible = widths(preset, image)
    return max((width for width in possible if width <= preset.fallback), default=possible[0])


def filter_specs(name, image):
    """All filters that showing `image` in the preset `name` needs."""
    preset = PRESETS[name]
    *modern, last = formats(preset)
    wide = [spec(preset, image, width, file_format) for file_format in modern for width in widths(preset, image)]
    return [*wide, spec(preset, image, fallback_width(preset, image), last)]
