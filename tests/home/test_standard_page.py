"""Pages that explain something."""

from tests.core.factories import StandardPageFactory, restrict


def side_of(client, page):
    html = client.get(page.url).content.decode()
    return html.split('<nav class="side"')[1].split("</nav>")[0] if '<nav class="side"' in html else ""


def test_a_page_shows_its_title_and_its_lead(client, home_bg):
    html = client.get(StandardPageFactory(parent=home_bg, title="Проектът", lead="Накратко.").url).content.decode()
    assert "<h1>Проектът</h1>" in html
    assert '<p class="lead">Накратко.</p>' in html


def test_a_page_leads_to_the_pages_below_it(client, home_bg):
    page = StandardPageFactory(parent=home_bg)
    below = StandardPageFactory(parent=page, title="Партньори")
    assert f'href="{below.url}"' in side_of(client, page)


def test_a_page_leads_to_the_pages_beside_it_and_says_which_it_is(client, home_bg):
    page = StandardPageFactory(parent=home_bg)
    one, other = StandardPageFactory.create_batch(2, parent=page)
    side = side_of(client, one)
    assert f'href="{one.url}" aria-current="page"' in side
    assert f'href="{other.url}"' in side


def test_main_pages_do_not_repeat_the_menu(client, home_bg):
    one, _other = StandardPageFactory.create_batch(2, parent=home_bg)
    assert not side_of(client, one)


def test_a_page_leads_to_no_draft_and_no_private_page(client, home_bg):
    page = StandardPageFactory(parent=home_bg)
    StandardPageFactory(parent=page, live=False)
    restrict(StandardPageFactory(parent=page))
    assert not side_of(client, page)


def test_the_breadcrumb_leads_home(client, home_bg):
    page = StandardPageFactory(parent=StandardPageFactory(parent=home_bg, title="Център"))
    html = client.get(page.url).content.decode()
    crumbs = html.split('<nav class="crumbs"')[1].split("</nav>")[0]
    assert f'href="{home_bg.url}"' in crumbs
    assert "Център" in crumbs
