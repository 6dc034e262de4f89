"""Putting the texts of a content file into the fields of a page, kind by kind."""

from blog.models import BlogAuthor, BlogIndexPage, BlogPage, BlogRelatedPost
from home.demo.body import stream
from home.demo.keys import stable_id
from home.demo.letters import fill_issue, letter_stream
from home.demo.texts import in_language
from home.models import FormField, FormPage, HomePage, StandardPage
from newsletters.models import NewsletterIndexPage, NewsletterPage

MODELS = {
    "home": HomePage,
    "standard": StandardPage,
    "form": FormPage,
    "news-index": BlogIndexPage,
    "post": BlogPage,
    "newsletter-index": NewsletterIndexPage,
    "issue": NewsletterPage,
}


def fill_texts(page, key, entry, targets, language):
    """Set everything that has words, in `language`; the structure is the same in every language."""
    texts = in_language(entry, language)
    page.title, page.slug = texts["title"], texts["slug"]
    page.search_description = texts["search_description"]
    if entry["kind"] == "issue":
        page.summary = texts["summary"]
    else:
        page.lead = texts["lead"]
    if "body" in texts:
        made = letter_stream if entry["kind"] == "issue" else stream
        page.body = type(page).body.field.stream_block.to_python(made(texts["body"], targets, key))
    if entry["kind"] == "home":
        page.headline = "|".join(texts["headline_lines"])
    if entry["kind"] == "form":
        page.subject = texts["subject"]
        page.thank_you = targets.rich_text(texts["thank_you"])
        page.form_fields = _form_fields(page, texts["fields"], key)


def fill_links(page, entry, writer):
    """Set what points at other things: a post's facts, topics, authors and related posts; a form's recipients."""
    if entry["kind"] == "form":
        page.to_address = entry["to_address"]
    if entry["kind"] == "issue":
        fill_issue(page, entry, writer)
    if entry["kind"] != "post":
        return
    page.date = entry["date"]
    page.theme = writer.terms[entry["theme"]]
    page.image = writer.images.get(entry.get("illustration"))
    page.topics.set([writer.topics[slug] for slug in entry["topics"]])
    page.author_links = [
        BlogAuthor(person=writer.people[author], sort_order=number) for number, author in enumerate(entry["authors"])
    ]
    page.related_links = [
        BlogRelatedPost(post=writer.pages[other], sort_order=number)
        for number, other in enumerate(entry.get("related", []))
    ]


def _form_fields(page, entries, key):
    """The fields of a form; a twin in another language has the same ones with other words."""
    known = {field.clean_name: field for field in page.form_fields.all()}
    fields = []
    for number, entry in enumerate(entries):
        field = known.get(entry["name"]) or FormField(
            clean_name=entry["name"],
            locale=page.locale,
            translation_key=stable_id("field", key, entry["name"]),
            field_type=entry["type"],
            required=entry["required"],
            sort_order=number,
        )
        field.label, field.help_text = entry["label"], entry.get("help", "")
        field.choices = "\n".join(entry.get("choices", []))
        fields.append(field)
    return fields
