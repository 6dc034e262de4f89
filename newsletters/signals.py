"""What follows when topics become one, a list changes that can be found, and an issue is translated."""

from django.db.models.signals import post_delete, post_save
from wagtail_localize.models import StringTranslation

from newsletters.findable import ListSource
from newsletters.issues.translating import keep_whole_translation
from newsletters.models import MailingList, SignUp, Subscription
from search.writing import objects_changed
from taxonomy.signals import topics_merged

HAVE_TOPICS = (MailingList, SignUp, Subscription)


def follow_merged_topics(sender, sources, target, **signal):
    """Who chose one of them has chosen the one that is left."""
    for model in HAVE_TOPICS:
        through = model.topics.through
        owner = model._meta.model_name
        chose = through.objects.filter(topic__in=sources).values_list(f"{owner}_id", flat=True).distinct()
        rows = [through(**{f"{owner}_id": pk, "topic_id": target.pk}) for pk in chose]
        through.objects.bulk_create(rows, ignore_conflicts=True)


def list_changed(sender, instance, raw=False, **signal):
    if not raw:
        objects_changed(ListSource.kind, [str(instance.pk)])


post_save.connect(list_changed, sender=MailingList, dispatch_uid="newsletters.list_saved")
post_delete.connect(list_changed, sender=MailingList, dispatch_uid="newsletters.list_deleted")
post_save.connect(keep_whole_translation, sender=StringTranslation, dispatch_uid="newsletters.text_translated")
topics_merged.connect(follow_merged_topics, dispatch_uid="newsletters.topics_merged")
