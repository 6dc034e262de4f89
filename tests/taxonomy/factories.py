import factory

from taxonomy.models import Term, Topic, Vocabulary


class TopicFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Topic

    name = factory.Sequence(lambda number: f"тема {number}")
    slug = factory.Sequence(lambda number: f"tema-{number}")
    labels = factory.LazyAttribute(lambda topic: {"bg": topic.name, "en": topic.name.replace("тема", "topic")})


class TermFactory(factory.django.DjangoModelFactory):
    """A theme unless told otherwise; `slug` must be one of the eight dyes to have a hue."""

    class Meta:
        model = Term
        django_get_or_create = ("vocabulary", "slug")

    vocabulary = Vocabulary.THEMES
    slug = "inclusion"
    labels = factory.LazyFunction(lambda: {"bg": "Социално включване", "en": "Social inclusion"})
