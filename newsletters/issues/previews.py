"""What editors see of an issue before it leaves: web page, HTML mail in both themes, plain text."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from mailing.bodies.slots import fill
from newsletters.issues.archive import last_sent
from newsletters.issues.gathering import gather
from newsletters.issues.letters import absolute, letter
from newsletters.issues.placeholders import words_for

WEB, MAIL, DARK, TEXT = "", "mail", "mail-dark", "text"
PREVIEW_MODES = [
    (WEB, _("Web page")),
    (MAIL, _("HTML mail")),
    (DARK, _("HTML mail, dark")),
    (TEXT, _("Plain text")),
]
# A letter brings its styles along; nothing else is let in.
POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'"


def preview(page, mode):
    """The answer that shows an unsaved `page` in `mode`; None for the web page, which pages show themselves."""
    if mode not in {MAIL, DARK, TEXT}:
        return None
    content, _problems = gather(page, since=last_sent(page))
    wording = letter(content, mailing_list=page.mailing_list, archive_url=page.url or "")
    words = sample_words(page.language)
    if mode == TEXT:
        return HttpResponse(fill(wording.text, words), content_type="text/plain; charset=utf-8")
    html = wording.html
    if mode == DARK:
        html = html.replace("(prefers-color-scheme: dark)", "all")
    return HttpResponse(fill(html, words), headers={"Content-Security-Policy": POLICY})


def sample_words(language, first_name=""):
    """What stands in the slots where a letter goes to no subscriber: its links lead to the page of subscribing."""
    url = absolute(f"/{language}/newsletters/")
    return words_for(first_name, language) | {"unsubscribe_url": url, "preferences_url": url}
