"""Steps of subscribing that tests share."""

import re

TOO_FAST = 2_500  # milliseconds after which the form believes in a person


def subscribe_in_footer(page, address):
    """By keyboard alone: the cursor in the field, then Enter."""
    page.wait_for_timeout(TOO_FAST)
    page.locator("#footer-email").focus()
    page.keyboard.type(address)
    page.keyboard.press("Enter")
    page.wait_for_url("**/sent/")


def text_of(letter, kind):
    return letter.get_body((kind,)).get_content()


def path_in(letter):
    """The path of the first link in its plain text."""
    return re.search(r"https?://[^/\s]+(/\S+)", text_of(letter, "plain")).group(1)
