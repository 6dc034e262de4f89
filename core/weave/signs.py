"""Small grids drawn by hand: the sign of each hue and the mark of the club."""

# For places under 40 px: check boxes, suggestions, markers.
SIGNS = {
    "poverty": ("...a...", "..a.a..", ".a...a.", "a..b..a", "..b.b..", ".b...b.", "b.....b"),
    "demography": ("...a...", "..a.a..", ".a...a.", "a..b..a", "a.bbb.a", "a.bbb.a", "aaaaaaa"),
    "inclusion": ("bb.a.bb", "b.aaa.b", ".aa.aa.", "aa.b.aa", ".aa.aa.", "b.aaa.b", "bb.a.bb"),
    "elderly": ("...b...", "..b.b..", ".b.a.b.", "b.aaa.b", ".b.a.b.", "..b.b..", "...b..."),
    "labour-market": ("aaaaa..", "a...a..", "a.bbabb", "a.b.a.b", "aabaa.b", "..b...b", "..bbbbb"),
    "education": ("...a...", "..aba..", ".a.b.a.", "a.aba.a", ".a.b.a.", "...b...", "..bbb.."),
    "healthcare": (".a...a.", "aaa.aaa", ".aa.aa.", "...b...", ".aa.aa.", "aaa.aaa", ".a...a."),
    "climate": ("aa.b.aa", "aaa.aaa", ".aa.aa.", "b..b..b", ".aa.aa.", "aaa.aaa", "aa.b.aa"),
}
# Where a hue has no sign.
PLAIN_SIGN = ("...a...", "..a.a..", ".a...a.", "a..b..a", ".a...a.", "..a.a..", "...a...")

# Two letters К face to face: between them they make the diamond, and in it the one red stitch.
MARK = (
    "b...b...b",
    "b..b.b..b",
    "b.b...b.b",
    "bb..r..bb",
    "b.b...b.b",
    "b..b.b..b",
    "b...b...b",
)
