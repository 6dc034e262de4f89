import json
from uuid import uuid4

import factory
from django.utils import timezone

from newsletters.models import MailingList, NewsletterIndexPage, NewsletterPage, Subscriber, Subscription
from tests.core.factories import PageFactory


class MailingListFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MailingList
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda number: f"list-{number}")
    labels = factory.Sequence(lambda number: {"bg": f"Бюлетин {number}", "en": f"Newsletter {number}"})

    @factory.post_generation
    def topics(self, create, extracted, **kwargs):
        self.topics.set(extracted or [])


class SubscriberFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Subscriber

    email = factory.Sequence(lambda number: f"reader{number}@example.org")
    language = "bg"


class SubscriptionFactory(factory.django.DjangoModelFactory):
    """A confirmed one; with topics it is about these alone."""

    class Meta:
        model = Subscription
        skip_postgeneration_save = True

    subscriber = factory.SubFactory(SubscriberFactory)
    mailing_list = factory.SubFactory(MailingListFactory)
    state = Subscription.State.CONFIRMED
    language = factory.SelfAttribute("subscriber.language")
    confirmed_at = factory.LazyFunction(timezone.now)

    @factory.post_generation
    def topics(self, create, extracted, **kwargs):
        if extracted:
            self.topics.set(extracted)
            self.every_topic = False
            self.save()


class NewsletterIndexPageFactory(PageFactory):
    class Meta:
        model = NewsletterIndexPage

    title = "Архив на бюлетина"
    slug = "byuletin"


class NewsletterPageFactory(PageFactory):
    """An issue that is a draft. `body` is a list of pairs of a block's type and its value."""

    class Meta:
        model = NewsletterPage

    title = factory.Sequence(lambda number: f"Брой {number}")
    slug = factory.Sequence(lambda number: f"broy-{number}")
    live = False
    summary = "Какво е ново."

    @classmethod
    def _create(cls, model_class, *args, body=None, topics=(), **kwargs):
        blocks = [("text", {"title": "", "text": "<p>{{ greeting }} Ето новините.</p>"})] if body is None else body
        raw = [{"type": kind, "value": value, "id": str(uuid4())} for kind, value in blocks]
        page = super()._create(model_class, *args, body=json.dumps(raw), **kwargs)
        if topics:
            page.topics.set(topics)
            page.save_revision(clean=False)
        return page
