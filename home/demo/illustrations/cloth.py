"""A piece of cloth that scenes are stitched on, and its picture."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 100, 56  # stitches
STITCH = 16  # pixels
MARGIN = 2  # pixels of bare cloth above and below, so that the picture is 1600 × 900
FINER = 4  # a stitch is drawn this much larger, then scaled down

CLOTH = "#eae3d5"
# The threads: the dyes of the eight themes by the first letter of their names, and what every cloth has.
THREADS = {
    "o": "#8b6001",  # охра
    "k": "#a74900",  # керемида
    "p": "#b62268",  # роза
    "w": "#816149",  # орех
    "i": "#405ec9",  # индиго
    "s": "#0470a5",  # синчец
    "t": "#007974",  # бирюза
    "g": "#307c1b",  # здравец
    "b": "#1b1713",  # ink
    "n": "#cfc2ab",  # a stitch still to come
    "l": "#fcfaf5",  # bleached linen
    "f": "#c99b73",  # faces and hands: walnut, much diluted
    "r": "#c8141e",  # the one that changes the pattern
}
BARE = "."


class Cloth:
    """A grid of stitches, each a letter of `THREADS` or bare. Stitches beside the cloth are lost."""

    def __init__(self):
        self.rows = [[BARE] * WIDTH for _row in range(HEIGHT)]

    def put(self, x, y, thread):
        if 0 <= x < WIDTH and 0 <= y < HEIGHT:
            self.rows[y][x] = thread

    def twice_about(self, axis, x, y, thread):
        """A stitch and its mirror image, left and right of `axis`."""
        self.put(x, y, thread)
        self.put(round(2 * axis) - x, y, thread)

    def box(self, left, top, width, height, thread):
        for y in range(top, top + height):
            for x in range(left, left + width):
                self.put(x, y, thread)

    def sample(self, left, top, rows, threads=None):
        """A piece that was drawn by hand; " " leaves what is there, `threads` exchanges letters."""
        for y, row in enumerate(rows):
            for x, letter in enumerate(row):
                if letter != " ":
                    self.put(left + x, top + y, (threads or {}).get(letter, letter))

    def fill(self, stitch):
        """Ask `stitch(x, y)` for every place; None leaves what is there."""
        for y in range(HEIGHT):
            for x in range(WIDTH):
                if thread := stitch(x, y):
                    self.put(x, y, thread)

    def png(self):
        """The picture as PNG: the same bytes for the same stitches."""
        image = Image.new("RGB", (WIDTH * STITCH, HEIGHT * STITCH + 2 * MARGIN), CLOTH)
        for y, row in enumerate(self.rows):
            for x, thread in enumerate(row):
                if thread != BARE:
                    image.paste(THREADS[thread], (x * STITCH, y * STITCH + MARGIN), _cross())
        target = BytesIO()
        image.quantize(128, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
            target, "PNG", optimize=True
        )
        return target.getvalue()


@cache
def _cross():
    """One stitch: two threads, corner to corner."""
    size = STITCH * FINER
    mask = Image.new("L", (size, size))
    draw = ImageDraw.Draw(mask)
    near, far, half = size * 0.1, size * 0.9, size * 0.16
    for start, end in ((near, far), (far, near)):
        turn = half if start < end else -half
        draw.polygon(
            [
                (start + turn, near - half),
                (start - turn, near + half),
                (end - turn, far + half),
                (end + turn, far - half),
            ],
            fill=255,
        )
    return mask.resize((STITCH, STITCH), Image.Resampling.BOX)
