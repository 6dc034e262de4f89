import json

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from core.blocks.links import LinkBlock
from core.cache import remember
from core.context_processors import site
from core.models import Navigation, SiteSettings
from core.navigation import _targets, register_target
from core.selectors import navigation_for
from tests.core.factories import StandardPageFactory, restrict, translate


@pytest.fixture
def search_target():
    register_target("search", label="Search", view_name="wagtailadmin_home")
    yield
    del _targets["search"]


def link(label="", page=None, route="", url=""):
    return {"label": label, "page": page and page.pk, "route": route, "url": url}


def set_header(language, *links):
    row = Navigation.objects.get(language=language)
    row.header = [("link", LinkBlock().to_python(value)) for value in links]
    row.save()
    return row


def labels(links):
    return [one.label for one in links]


def test_a_link_shows_its_label_or_else_the_title_of_its_page(home_bg):
    page = StandardPageFactory(parent=home_bg, title="За клуба", slug="za-kluba")
    set_header("bg", link(page=page), link("Клубът", page=page))
    assert [(one.label, one.url) for one in navigation_for("bg").header] == [
        ("За клуба", "/bg/za-kluba/"),
        ("Клубът", "/bg/za-kluba/"),
    ]


def test_a_link_leads_to_the_translation_in_the_readers_language(home_bg, home_en):
    page = StandardPageFactory(parent=home_bg, title="За клуба", slug="za-kluba")
    translate(page, "en", {"За клуба": "About", "za-kluba": "about"})
    set_header("en", link(page=page))
    (found,) = navigation_for("en").header
    assert (found.label, found.url, found.language) == ("About", "/en/about/", "")


def test_a_link_to_a_page_in_another_language_is_marked(home_bg, home_en):
    page = StandardPageFactory(parent=home_bg, title="За клуба", slug="za-kluba")
    set_header("en", link(page=page))
    (found,) = navigation_for("en").header
    assert (found.url, found.language) == ("/bg/za-kluba/", "bg")


def test_links_that_lead_nowhere_are_left_out(home_bg):
    draft = StandardPageFactory(parent=home_bg, live=False)
    private = StandardPageFactory(parent=home_bg)
    restrict(private)
    set_header("bg", link(page=draft), link(page=private), link(route="gone"), link("Сайт", url="https://example.org"))
    assert labels(navigation_for("bg").header) == ["Сайт"]


def test_a_group_without_links_is_left_out(home_bg):
    draft = StandardPageFactory(parent=home_bg, live=False)
    row = Navigation.objects.get(language="bg")
    links = {"Празна": link(page=draft), "Друга": link("А", url="https://a.bg")}
    row.footer = json.dumps(
        [{"type": "group", "value": {"title": title, "links": [one]}} for title, one in links.items()]
    )
    row.save()
    assert [group.title for group in navigation_for("bg").footer] == ["Друга"]


def test_a_registered_part_of_the_site_is_a_target(home_bg, search_target):
    set_header("bg", link(route="search"))
    assert [(one.label, one.url) for one in navigation_for("bg").header] == [("Search", "/admin/")]


def test_a_language_without_a_row_has_that_of_the_source(home_bg):
    set_header("bg", link("Сайт", url="https://example.org"))
    Navigation.objects.filter(language="en").delete()
    assert labels(navigation_for("en").header) == ["Сайт"]


def test_the_number_of_links_does_not_change_the_number_of_queries(home_bg, django_assert_max_num_queries):
    pages = [StandardPageFactory(parent=home_bg) for _number in range(12)]
    set_header("bg", *(link(page=page) for page in pages))
    with django_assert_max_num_queries(6):
        assert len(navigation_for("bg").header) == 12


@pytest.mark.parametrize(
    "value",
    [
        {"label": "Никъде"},
        {"label": "Две", "url": "https://example.org", "route": "search"},
        {"url": "https://example.org"},
        {"label": "Лошо", "url": "javascript:alert(1)"},
    ],
)
def test_a_link_has_exactly_one_good_target(value, search_target):
    block = LinkBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python(value))


def test_a_link_to_another_site_with_a_label_is_good():
    block = LinkBlock()
    assert block.clean(block.to_python({"label": "Сайт", "url": "https://example.org"}))["label"] == "Сайт"


@pytest.mark.django_db
def test_saving_settings_or_navigation_forgets_what_was_remembered():
    for model in (SiteSettings, Navigation):
        remember("answer", lambda: "old")
        model.objects.get(language="bg").save()
        assert remember("answer", lambda: "new") == "new"
        remember("answer", lambda: "old")


def test_publishing_renaming_restricting_and_deleting_pages_forgets(home_bg, django_capture_on_commit_callbacks):
    page = StandardPageFactory(parent=home_bg)
    for change in (page.save_revision().publish, page.unpublish, lambda: restrict(page), page.delete):
        remember("answer", lambda: "old")
        with django_capture_on_commit_callbacks(execute=True):
            change()
        assert remember("answer", lambda: "new") == "new"


def test_the_header_of_a_page_follows_the_navigation_at_once(home_bg, rf):
    with override("bg"):
        assert labels(site(rf.get("/bg/"))["navigation"].header) == []
        set_header("bg", link("Сайт", url="https://example.org"))
        assert labels(site(rf.get("/bg/"))["navigation"].header) == ["Сайт"]
