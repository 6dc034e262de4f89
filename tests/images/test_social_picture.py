"""A page that is shared shows its own picture, or one that is drawn from its motif."""

import re
from io import BytesIO

import pytest
from PIL import Image

from core.models import SiteSettings
from images import social
from tests.core.factories import StandardPageFactory, restrict
from tests.images.factories import ImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site, home_bg):
    return StandardPageFactory(parent=home_bg, title="Какво е социална иновация")


def path_of(url):
    return "/" + url.split("/", 3)[3]


def drawn_files(page):
    return sorted(social.folder_of("page", page.pk).glob("bg/*.png"))


def test_a_page_without_a_picture_has_one_drawn(client, page):
    picture = page.social_picture
    response = client.get(path_of(picture.url))

    assert picture.url.startswith("http://localhost/bg/social/")
    assert response.headers["Content-Type"] == picture.mime_type == "image/png"
    assert Image.open(BytesIO(response.content)).size == (picture.width, picture.height) == (1200, 630)
    assert picture.alt == page.title
    assert "immutable" in response.headers["Cache-Control"]


def test_a_picture_is_drawn_once(client, page):
    path = path_of(page.social_picture.url)
    first = client.get(path).content
    file = drawn_files(page)[0]
    written = file.stat().st_mtime_ns

    assert client.get(path).content == first
    assert file.stat().st_mtime_ns == written


def test_an_own_picture_takes_the_place_of_the_drawing(page):
    page.social_image = ImageFactory(size=(2000, 1500))
    page.save()
    picture = page.social_picture

    assert picture.url.startswith("http://localhost/media/images/")
    assert (picture.width, picture.height, picture.mime_type) == (1200, 630, "image/jpeg")
    assert picture.alt == "Хора около маса"


def test_a_lost_own_picture_is_replaced_by_the_drawing(page):
    page.social_image = ImageFactory(size=(64, 36))
    page.social_image.file.storage.delete(page.social_image.file.name)

    assert "/social/" in page.social_picture.url


def test_networks_read_the_picture_in_the_head_of_the_page(client, page):
    html = client.get(page.url).content.decode()
    found = dict(re.findall(r'<meta property="og:image:?(\w*)" content="([^"]*)"', html))

    assert found == {
        "": page.social_picture.url,
        "type": "image/png",
        "width": "1200",
        "height": "630",
        "alt": page.title,
    }


def test_another_title_gives_another_address_and_the_old_one_leads_there(client, page):
    old = path_of(page.social_picture.url)
    client.get(old)
    page.title = "Нова глава"
    page.save()
    new = path_of(type(page).objects.get(pk=page.pk).social_picture.url)

    assert new != old
    assert client.get(old).headers["Location"] == new
    assert client.get(new).status_code == 200
    assert len(drawn_files(page)) == 1


def test_another_name_of_the_site_gives_another_address(page):
    before = page.social_picture.url
    SiteSettings.objects.update_or_create(language="bg", defaults={"name": "Друг клуб"})

    assert type(page).objects.get(pk=page.pk).social_picture.url != before


def test_only_the_current_picture_is_ever_drawn(client, page):
    for number in range(3):
        assert client.get(f"/bg/social/page/{page.pk}-{number:016x}.png").status_code == 302

    assert drawn_files(page) == []


def test_drafts_restricted_pages_and_pages_of_another_language_have_none(client, page, home_bg):  # case 14
    path = path_of(page.social_picture.url)
    client.get(path)
    assert client.get(path.replace("/bg/", "/en/")).status_code == 404

    restriction = restrict(page)
    assert client.get(path).status_code == 404
    restriction.delete()
    assert client.get(path).status_code == 200

    page.unpublish()
    assert client.get(path).status_code == 404
    assert drawn_files(page) == []


def test_a_deleted_page_leaves_no_picture(client, page):
    client.get(path_of(page.social_picture.url))
    folder = social.folder_of("page", page.pk)
    assert folder.exists()
    page.delete()

    assert not folder.exists()


def test_a_page_of_another_kind_has_no_drawing(client, site):
    root = site.root_page.get_parent()

    assert client.get(f"/bg/social/page/{root.pk}-0000000000000000.png").status_code == 404
    assert client.get(f"/bg/social/nothing/{root.pk}-0000000000000000.png").status_code == 404


def test_a_picture_is_only_read(client, page):
    assert client.post(path_of(page.social_picture.url)).status_code == 405
