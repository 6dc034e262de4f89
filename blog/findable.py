"""News in search."""

from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from blog.models import BlogAuthor, BlogPage, BlogPageTopic
from people.models import Person
from search.pages import PageSource, body_text
from search.sources import Text
from taxonomy.models import Term, Topic


class PostSource(PageSource):
    kind = "post"
    label = _("News")
    singular = pgettext_lazy("one thing found", "News item")
    dated = True
    models = (BlogPage,)

    def with_facts(self, pages):
        people = Prefetch("author_links", BlogAuthor.objects.select_related("person"))
        topics = Prefetch("topic_items", BlogPageTopic.objects.select_related("tag"))
        return pages.select_related("theme").prefetch_related(people, topics)

    def text(self, page):
        return Text(
            language=page.language,
            title=page.title,
            summary=page.lead,
            text=body_text(page.body),
            names=tuple(person.name.text(page.language) for person in page.authors),
        )

    def labels(self, page):
        theme = [page.theme.labels] if page.theme else []
        return [topic.labels for topic in page.topic_list] + theme

    def facets(self, page):
        return {"topic": [topic.slug for topic in page.topic_list], "theme": [page.hue] if page.hue else []}

    def date(self, page):
        return page.date

    def saying(self, thing):
        if isinstance(thing, Topic):
            return Q(topic_items__tag=thing)
        if isinstance(thing, Term):
            return Q(theme=thing)
        return Q(author_links__person=thing) if isinstance(thing, Person) else None
