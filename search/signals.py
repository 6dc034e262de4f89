"""What is written anew when pages, their topics and what things are called change, in the transaction that does it."""

from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import post_page_move

from core.changes.invisible import is_draft_only
from core.models.addresses import addresses_below_changed
from people.models import Person
from search.labels import label_changed, label_goes
from search.pages import page_kind, page_kinds, pages_changed, tree_changed
from search.tasks import write_kind
from search.writing import objects_changed
from taxonomy.models import Place, Term, Topic, TopicItem
from taxonomy.signals import topics_merged


def page_saved(sender, instance, update_fields=None, raw=False, **signal):
    if raw or not issubclass(sender, Page) or is_draft_only(update_fields):
        return
    if kind := page_kind(sender):
        objects_changed(kind, [instance.translation_key])
    elif sender is Page:
        # Wagtail saves some pages without knowing what they are.
        pages_changed([instance.pk])


def page_deleted(sender, instance, **signal):
    if issubclass(sender, Page) and (kind := page_kind(sender)):
        objects_changed(kind, [instance.translation_key])


def topic_linked(sender, instance, raw=False, **signal):
    """Links may be written without their page: by scripts, and where a topic is deleted."""
    if raw or not issubclass(sender, TopicItem):
        return
    field = sender._meta.get_field("content_object")
    kind = page_kind(field.related_model)
    if kind and field.is_cached(instance):
        objects_changed(kind, [instance.content_object.translation_key])
    elif kind:
        pages_changed([instance.content_object_id])


def restricted(sender, instance, **signal):
    tree_changed(instance.page_id)


def addresses_changed(sender, instance, **signal):
    tree_changed(instance.pk)


def site_changed(sender, **signal):
    """Where the site begins decides on the address of every page."""
    for kind in page_kinds():
        write_kind.enqueue(kind)


def named_otherwise(sender, instance, created=False, raw=False, **signal):
    if not (created or raw):
        label_changed(instance)


def name_goes(sender, instance, **signal):
    label_goes(instance)


def topics_are_one(sender, target, **signal):
    label_changed(target)


post_save.connect(page_saved, dispatch_uid="search.page_saved")
post_delete.connect(page_deleted, dispatch_uid="search.page_deleted")
post_save.connect(topic_linked, dispatch_uid="search.topic_linked")
post_delete.connect(topic_linked, dispatch_uid="search.topic_unlinked")
post_save.connect(restricted, sender=PageViewRestriction, dispatch_uid="search.restricted")
post_delete.connect(restricted, sender=PageViewRestriction, dispatch_uid="search.opened")
post_page_move.connect(addresses_changed, dispatch_uid="search.moved")
addresses_below_changed.connect(addresses_changed, dispatch_uid="search.addresses")
post_save.connect(site_changed, sender=Site, dispatch_uid="search.site")
topics_merged.connect(topics_are_one, sender=Topic, dispatch_uid="search.topics_merged")
for named in (Topic, Term, Place, Person):
    post_save.connect(named_otherwise, sender=named, dispatch_uid=f"search.named.{named.__name__}")
for named in (Topic, Term):
    # Places and persons that somebody speaks of can't be deleted.
    pre_delete.connect(name_goes, sender=named, dispatch_uid=f"search.goes.{named.__name__}")
