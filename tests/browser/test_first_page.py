"""What docs/editors/first-page.bg.md tells a new editor, done as it says."""

from playwright.sync_api import expect


def test_a_first_page_is_written_and_published_as_the_guide_says(admin, live_site, first_page, open_page):
    admin.goto(live_site.address(f"/admin/pages/{first_page('home.HomePage', 'bg')}/"))
    admin.get_by_role("link", name="Добавяне на подстраница").first.click()
    admin.get_by_role("link", name="Обикновена страница").first.click()
    admin.locator("[name=title]").press_sequentially("Често задавани въпроси")
    admin.fill("[name=lead]", "Кратки отговори.")
    admin.locator(".c-sf-add-button").first.click()
    admin.get_by_role("option", name="Заглавие").first.click()
    admin.fill("[name=body-0-value-text]", "Преди първата среща")
    admin.locator("footer [data-w-dropdown-target=toggle]").last.click()
    admin.locator("footer button", has_text="Публикуване").first.click()
    expect(admin.locator(".messages .success")).to_be_visible()

    page = open_page("/bg/chesto-zadavani-vaprosi/")
    assert page.locator("h1").inner_text() == "Често задавани въпроси"
    assert page.locator("main h2").inner_text() == "Преди първата среща"
