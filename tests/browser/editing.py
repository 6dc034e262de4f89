"""Steps of editing that tests share."""

from playwright.sync_api import expect


def write_post(page, title, *, kind_of_block):
    """Fill in the form of a new post, which is open, with a block called so in the editor's language."""
    page.locator("[name=title]").press_sequentially(title)
    page.fill("[name=lead]", "Първо въведение.")
    page.locator(".c-sf-add-button").first.click()
    page.get_by_role("option", name=kind_of_block, exact=True).click()
    page.locator("[contenteditable=true]").first.click()
    page.keyboard.type("Един абзац.")
    page.click("[data-side-panel-toggle=preview]")
    expect(page.frame_locator("#w-preview-iframe").locator("main h1")).to_have_text(title)


def act(page, name):
    """Choose from the menu beside the button that saves, and wait for the answer."""
    page.locator("footer .w-dropdown__toggle").click()
    with page.expect_navigation(wait_until="networkidle"):
        page.locator(f"footer {name}").first.click()
