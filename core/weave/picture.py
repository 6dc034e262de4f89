"""Pictures for social networks, drawn from the same grids: the title on paper, the motif on dyed cloth."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from core.weave import hues
from core.weave.motif import WIDTH, is_turned, motif
from core.weave.signs import MARK

SIZE = (1200, 630)
# Sofia Sans Bold, made of static/fonts/ for programs that read no variable web fonts.
FONT = Path(__file__).parent / "fonts" / "SofiaSans-Bold.ttf"

_SHARPER = 2  # drawn so many times larger, then reduced
_CLOTH = (570, 0, *SIZE)
_MARGIN = 48
_COLUMN = _CLOTH[0] - 2 * _MARGIN
_TITLE_HEIGHT = 400
_TITLE_SIZES = (88, 76, 66, 56, 48, 40)
_NAME_SIZE = 26
_MARK_STITCH = 9
_MARK_TOP = 519
# A leg of a cross, in stitches: half its length and half its width, as the style sheet cuts them.
_LEG, _THICK = 0.567, 0.22
_COLOURS = 64


def social_picture(slug, hue, title, name):
    """A PNG of 1200 × 630: `title` and the `name` of the site beside the motif of `slug`."""
    canvas = Image.new("RGB", (SIZE[0] * _SHARPER, SIZE[1] * _SHARPER), hues.PAPER)
    draw = ImageDraw.Draw(canvas)
    draw.rectangle([side * _SHARPER for side in _CLOTH], fill=hues.dye(hue))
    _draw_motif(draw, slug, hue)
    _draw_mark(draw)
    _draw_title(draw, title)
    draw.text(
        _scaled(_MARGIN + (len(MARK[0]) + 2) * _MARK_STITCH, _MARK_TOP + len(MARK) * _MARK_STITCH / 2),
        _fitted(name, _NAME_SIZE),
        fill=hues.INK,
        font=_font(_NAME_SIZE),
        anchor="lm",
    )
    target = BytesIO()
    # The default method would lose the red of the mark's one stitch among so many others.
    few_colours = canvas.reduce(_SHARPER).quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few_colours.save(target, "PNG", optimize=True)
    return target.getvalue()


def wrap(text, width, size):
    """`text` in lines no wider than `width` pixels at `size`; a word that is wider is broken."""
    font, lines = _font(size), [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width * _SHARPER:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if lines[-1] and font.getlength(lines[-1] + letter) > width * _SHARPER:
                lines.append("")
            lines[-1] += letter
    return lines


def fit(title):
    """The largest size at which `title` has its place and its words are whole, and its lines there."""
    for size in _TITLE_SIZES:
        lines = wrap(title, _COLUMN, size)
        whole = " ".join(lines) == " ".join(title.split())
        if whole and len(lines) * size <= _TITLE_HEIGHT:
            return size, lines
    room = _TITLE_HEIGHT // size
    return size, lines if len(lines) <= room else [*lines[: room - 1], lines[room - 1][:-1] + "…"]


def _draw_title(draw, title):
    size, lines = fit(title)
    for number, line in enumerate(lines):
        draw.text(_scaled(_MARGIN, _MARGIN + size + number * size), line, fill=hues.INK, font=_font(size), anchor="ls")


def _draw_motif(draw, slug, hue):
    pale, dark = hues.THREAD_PALE, hues.THREAD_DARK
    threads = {"a": dark, "b": pale, "r": dark} if is_turned(slug) else {"a": pale, "b": dark, "r": pale}
    side = SIZE[1] / (WIDTH + 1)
    left = _CLOTH[0] + side / 2
    for y, row in enumerate(motif(slug, hue)):
        for x, letter in enumerate(row):
            if letter in threads:
                _draw_cross(draw, left + (x + 0.5) * side, (y + 1) * side, side, threads[letter])


def _draw_cross(draw, x, y, side, colour):
    along, aside = _LEG * side * 0.5**0.5, _THICK * side * 0.5**0.5
    near, far = along - aside, along + aside
    for slope in (1, -1):
        corners = [(near, far), (far, near), (-near, -far), (-far, -near)]
        draw.polygon([_scaled(x + dx, y + slope * dy) for dx, dy in corners], fill=colour)


def _draw_mark(draw):
    gap = 0.07 * _MARK_STITCH
    for row, letters in enumerate(MARK):
        for column, letter in enumerate(letters):
            if letter != ".":
                x, y = _MARGIN + column * _MARK_STITCH, _MARK_TOP + row * _MARK_STITCH
                square = [_scaled(x + gap, y + gap), _scaled(x + _MARK_STITCH - gap, y + _MARK_STITCH - gap)]
                draw.rectangle(square, fill=hues.RED if letter == "r" else hues.INK)


def _fitted(name, size):
    """`name` on one line beside the mark."""
    lines = wrap(name, _COLUMN - (len(MARK[0]) + 2) * _MARK_STITCH, size)
    return lines[0] if len(lines) == 1 else f"{lines[0]}…"


def _font(size):
    return ImageFont.truetype(FONT, size * _SHARPER)


def _scaled(x, y):
    return (x * _SHARPER, y * _SHARPER)
