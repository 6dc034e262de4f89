"""The eight dyes. Their names are also CSS classes (`hue-<name>`, see static/css/components/hue.css)."""

from dataclasses import dataclass

from core.weave import families


@dataclass(frozen=True)
class Hue:
    """`family` draws the motifs of this hue; `dye` is the colour of dyed cloth, the same in light and dark."""

    family: object
    dye: str


HUES = {
    "poverty": Hue(families.zigzag, "#8b6001"),
    "demography": Hue(families.house, "#a74900"),
    "inclusion": Hue(families.horns, "#b62268"),
    "elderly": Hue(families.diamond, "#816149"),
    "labour-market": Hue(families.squares, "#405ec9"),
    "education": Hue(families.tree, "#0470a5"),
    "healthcare": Hue(families.star, "#007974"),
    "climate": Hue(families.leaf, "#307c1b"),
}

# Cloth that no theme dyes, and what is drawn on paper.
UNDYED, INK, PAPER, RED = "#5a5247", "#1b1713", "#f5f1e8", "#c8141e"
# The threads on dyed cloth.
THREAD_PALE, THREAD_DARK = "#f8f3e8", "#14110e"


def dye(hue):
    """The colour of cloth in `hue`, or of undyed cloth where it is none of the eight."""
    return HUES[hue].dye if hue in HUES else UNDYED
