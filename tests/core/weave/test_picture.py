from io import BytesIO

import pytest
from PIL import Image

from core.weave.hues import UNDYED, dye
from core.weave.picture import SIZE, fit, social_picture, wrap

NAME = "Клуб за социални иновации"
LONG_WORD = "непротивоконституционствувателствувайте"


def drawn(title="Един бод променя шарката", hue="climate", slug="trapeza", name=NAME):
    return social_picture(slug, hue, title, name)


def colours(picture):
    with Image.open(BytesIO(picture)) as image:
        return {colour for _count, colour in image.convert("RGB").getcolors(maxcolors=10_000)}


def rgb(colour):
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def test_a_picture_has_the_size_that_networks_ask_for_and_is_light():
    picture = drawn()

    with Image.open(BytesIO(picture)) as image:
        assert (image.format, image.size) == ("PNG", SIZE)
    assert len(picture) < 60_000


def test_the_same_page_gives_the_same_picture():
    assert drawn() == drawn()


@pytest.mark.parametrize("change", [{"title": "Друго"}, {"hue": "education"}, {"slug": "uchilishte"}, {"name": "Club"}])
def test_whatever_a_picture_says_can_be_seen(change):
    assert drawn(**change) != drawn()


def test_the_cloth_has_the_dye_of_the_theme():
    assert rgb(dye("climate")) in colours(drawn(hue="climate"))
    assert rgb(UNDYED) in colours(drawn(hue=""))


@pytest.mark.parametrize("title", ["", "Ден", LONG_WORD, f"{LONG_WORD} " * 20, "Club – „É“ № 3", "汉字"])
def test_any_title_finds_room(title):
    size, lines = fit(title)

    assert len(lines) * size <= 400


def test_short_titles_are_larger_than_long_ones():
    assert fit("Ден")[0] > fit("Национален център и шест регионални: какво се подготвя и кой участва")[0]


def test_words_stay_whole_as_long_as_a_size_allows_it():
    _size, lines = fit("Център за социални иновации: какъв да бъде?")

    assert " ".join(lines) == "Център за социални иновации: какъв да бъде?"


def test_a_word_wider_than_its_column_is_broken():
    lines = wrap(LONG_WORD, 200, 40)

    assert len(lines) > 1
    assert "".join(lines) == LONG_WORD


def test_a_name_that_is_too_long_is_cut_and_says_so():
    assert drawn(name="Клуб " * 40) == drawn(name="Клуб " * 50)


@pytest.mark.parametrize("hue", ["", "climate"])
def test_the_red_stitch_of_the_mark_stays_red_among_few_colours(hue):
    image = Image.open(BytesIO(social_picture("slug", hue, "Заглавие", "Клуб"))).convert("RGB")

    assert image.getpixel((88, 550)) == (200, 20, 30)
