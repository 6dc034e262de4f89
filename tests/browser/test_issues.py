"""Issues of newsletters as mail programs show them."""

import pytest

from tests.browser.axe import violations
from tests.browser.pages import SCHEMES
from tests.newsletters.issues.test_letters import GOLDEN

# A letter is a part of the mail program's page: landmarks are that one's.
OF_THE_PROGRAM = ("landmark-one-main", "region")


@pytest.mark.parametrize("language", ["bg", "en"])
def test_an_issue_is_accessible_in_either_theme_on_phone_and_desktop(language, browser):
    page = browser.new_page()
    page.route("**", lambda route: route.abort())
    for width in (320, 640):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.set_content((GOLDEN / f"issue.{language}.html").read_text())
            assert [one for one in violations(page) if not one.startswith(OF_THE_PROGRAM)] == []
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.close()
