"""What follows a change of a profile, of a topic or of a page, in its transaction."""

from django.db.models.signals import post_delete, post_migrate, post_save
from django.dispatch import Signal
from wagtail.signals import page_published, published, unpublished

from directory.indexing import FOUND_AS, index_profiles
from directory.mentions import record_mentions
from directory.models import DirectoryIntroduction, Facet, Mention, Origin, Profile, ProfileFacet, ProfileTopic
from directory.sharing import KIND
from images import social
from search.writing import objects_changed
from taxonomy.models import Topic
from taxonomy.signals import topics_merged

# Sent inside the transaction of a merge, before the profile that goes is deleted. Arguments: `stays`, `goes`.
# Whoever points at profiles from outside of them (pages that mention one, where one was imported from) points at
# `stays` from then on; what still points at `goes` is deleted with it.
profiles_merged = Signal()


def index_changed(sender, instance, **signal):
    index_profiles([instance.pk])


def forget_in_search(sender, instance, **signal):
    objects_changed(FOUND_AS, [instance.pk])


def forget_drawing(sender, instance, **signal):
    social.forget(KIND, instance.pk)


def index_merged_topics(sender, target, **signal):
    """The links of the merged topics have moved to `target` by now."""
    index_profiles(ProfileTopic.objects.filter(tag=target).values_list("content_object", flat=True))


def index_renamed_topic(sender, instance, created=False, raw=False, **signal):
    """Profiles are found under a topic's slug, which editors may change."""
    if created or raw:
        return
    having = ProfileTopic.objects.filter(tag=instance, content_object__entries__isnull=False)
    known = ProfileFacet.objects.filter(facet=Facet.TOPIC, value=instance.slug).values("profile")
    index_profiles(having.exclude(content_object__in=known).values_list("content_object", flat=True).distinct())


def drop_deleted_topic(sender, instance, **signal):
    ProfileFacet.objects.filter(facet=Facet.TOPIC, value=instance.slug).delete()


def find_mentions(sender, instance, **signal):
    record_mentions(instance)


def point_at_merged(sender, stays, goes, **signal):
    """Pages that mention the one that goes mention the other, and imports of it bring the other up to date."""
    mentioning = Mention.objects.filter(profile=stays).values("page")
    Mention.objects.filter(profile=goes).exclude(page__in=mentioning).update(profile=stays)
    Origin.objects.filter(profile=goes).update(profile=stays)


def keep_rows(sender, **signal):
    """A language added to the settings has its row after the next migration."""
    if sender.name == "directory":
        DirectoryIntroduction.ensure_rows()


published.connect(index_changed, sender=Profile, dispatch_uid="directory.index")
unpublished.connect(index_changed, sender=Profile, dispatch_uid="directory.index")
unpublished.connect(forget_drawing, sender=Profile, dispatch_uid="directory.forget_unpublished")
post_delete.connect(forget_drawing, sender=Profile, dispatch_uid="directory.forget_deleted")
post_delete.connect(forget_in_search, sender=Profile, dispatch_uid="directory.forget_in_search")
topics_merged.connect(index_merged_topics, sender=Topic, dispatch_uid="directory.merged_topics")
post_save.connect(index_renamed_topic, sender=Topic, dispatch_uid="directory.renamed_topic")
post_delete.connect(drop_deleted_topic, sender=Topic, dispatch_uid="directory.deleted_topic")
profiles_merged.connect(point_at_merged, sender=Profile, dispatch_uid="directory.merged_profiles")
page_published.connect(find_mentions, dispatch_uid="directory.mentions")
post_migrate.connect(keep_rows, dispatch_uid="directory.rows")
