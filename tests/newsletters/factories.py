import factory
from django.utils import timezone

from newsletters.models import MailingList, Subscriber, Subscription


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
