"""Cross-stitch motifs: the portrait of everything that has no picture.

A motif is drawn from a slug and a hue, the same on every machine and for ever, and has one stitch that breaks its
pattern. `motif` makes the grid, `svg` the drawing for pages, `picture` the one for social networks.
"""
