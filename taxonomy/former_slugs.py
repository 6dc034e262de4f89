"""Keeps the addresses that topics had before, so that they lead on."""

from django.db.models.signals import post_save, pre_save

from taxonomy.models import FormerTopicSlug, Topic
from taxonomy.signals import topics_merged


def remember_slug(sender, instance, raw=False, **signal):
    """The slug that a topic has in the database stays known when another is saved."""
    before = instance.pk and Topic.objects.filter(pk=instance.pk).values_list("slug", flat=True).first()
    if before and before != instance.slug and not raw:
        FormerTopicSlug.objects.update_or_create(slug=before, defaults={"topic_id": instance.pk})


def free_slug(sender, instance, **signal):
    """What is a topic's address now is nobody's former one."""
    FormerTopicSlug.objects.filter(slug=instance.slug).delete()


def lead_to_target(sender, sources, target, **signal):
    """The addresses of merged topics, and those that they had before, lead to the topic that stays."""
    FormerTopicSlug.objects.filter(topic__in=[source.pk for source in sources]).update(topic=target)
    for source in sources:
        FormerTopicSlug.objects.update_or_create(slug=source.slug, defaults={"topic": target})


pre_save.connect(remember_slug, sender=Topic, dispatch_uid="taxonomy.remember_slug")
post_save.connect(free_slug, sender=Topic, dispatch_uid="taxonomy.free_slug")
topics_merged.connect(lead_to_target, sender=Topic, dispatch_uid="taxonomy.lead_to_target")
