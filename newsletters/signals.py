"""What follows when topics become one: who chose one of them has chosen the one that is left."""

from newsletters.models import MailingList, SignUp, Subscription
from taxonomy.signals import topics_merged

HAVE_TOPICS = (MailingList, SignUp, Subscription)


def follow_merged_topics(sender, sources, target, **signal):
    for model in HAVE_TOPICS:
        through = model.topics.through
        owner = model._meta.model_name
        chose = through.objects.filter(topic__in=sources).values_list(f"{owner}_id", flat=True).distinct()
        rows = [through(**{f"{owner}_id": pk, "topic_id": target.pk}) for pk in chose]
        through.objects.bulk_create(rows, ignore_conflicts=True)


topics_merged.connect(follow_merged_topics, dispatch_uid="newsletters.topics_merged")
