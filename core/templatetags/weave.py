"""Motifs in templates. All tags are pure: the same arguments, the same drawing."""

from django import template

from core.weave import motif as grids
from core.weave import numerals as numbers
from core.weave import sampler as grids_of_all
from core.weave import signs
from core.weave import svg as drawing

register = template.Library()


@register.simple_tag
def motif(slug, hue="", n=grids.WIDTH, stitch="cross"):
    """`{% motif page.slug page.hue %}`: the motif of somebody or something.

    Where a stitch has only 4 to 8 px: `n=11 stitch="block"`.
    """
    return drawing.svg(grids.motif(str(slug), str(hue or ""), n), stitch)


@register.simple_tag
def sign(hue=""):
    """`{% sign "climate" %}`: the small sign of a hue."""
    return drawing.svg(signs.SIGNS.get(str(hue), signs.PLAIN_SIGN), "tiny")


@register.simple_tag
def frieze(slug, hue, name):
    """`{% frieze page.slug page.hue "cover" %}`: a band of the motif; `name` is an id, once on the page."""
    return drawing.frieze(str(slug), str(hue or ""), name)


@register.simple_tag
def mark():
    """The sign of the club."""
    return drawing.svg(signs.MARK, "block")


@register.simple_tag
def sampler(slug):
    """`{% sampler "club" %}`: a cloth with all eight hues, and in the middle the one still to come."""
    return drawing.svg(grids_of_all.sampler(str(slug)))


@register.simple_tag
def stitch():
    """The one red stitch, to point at it in words."""
    return drawing.svg(("r",))


@register.simple_tag
def numerals(digits):
    """`{% numerals "404" %}`: a number, stitched; one stitch has dropped."""
    return drawing.svg(numbers.numerals(str(digits)))


@register.filter
def is_turned(slug):
    """Whether dyed cloth shows the threads of this slug swapped."""
    return grids.is_turned(str(slug))
