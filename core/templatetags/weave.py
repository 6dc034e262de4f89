"""Motifs in templates. All tags are pure: the same arguments, the same drawing."""

from django import template

from core.weave import counted, signs
from core.weave import motif as grids
from core.weave import numerals as numbers
from core.weave import sampler as grids_of_all
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
def community_star(counts, newest=None):
    """`{% community_star counts newest as star %}`: the star whose stitches are `counts`, numbers by hue.

    `newest`: the hue whose last stitch is red, "" for none. Then `{{ star }}` draws, `star.per_stitch` and `star.total`
    are for the caption.
    """
    return counted.community_star(counts, newest)


@register.simple_tag
def strip(counts, lit=None, width=counted.STRIP_WIDTH, stitch="flat"):
    """`{% strip counts lit as cloth %}`: all of `counts` as one cloth, what `lit` counts of it in colour.

    On narrow screens `width=38 stitch="block"`. The result is used as that of `community_star`.
    """
    return counted.strip(counts, None if lit == "" else lit, width, stitch)


@register.simple_tag
def marker(counts):
    """`{% marker counts %}`: the place on a map where there are so many of each hue."""
    return counted.marker(counts)


@register.simple_tag
def bar(share):
    """`{% bar value.share %}`: a bar of up to 40 stitches, `share` of them (from 0 to 1) sewn."""
    return drawing.bar(share)


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
