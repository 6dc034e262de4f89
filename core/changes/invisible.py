"""What readers never see. Everything else that is saved or deleted counts as a change of the content."""

from django.apps import apps

# Bookkeeping of Django, Wagtail and wagtail-localize. Translations reach readers as pages that are saved.
APPS = {
    "auth",
    "contenttypes",
    "migrations",
    "sessions",
    "wagtail_localize",
    "wagtailforms",
    "wagtailredirects",
    "wagtailsearch",
    "wagtailusers",
}
MODELS = {
    "core.contentversion",
    "core.job",
    "core.pageviews",
    "core.periodicjob",
    "core.publishedtexts",
    "core.revisiontexts",
    "wagtailcore.comment",
    "wagtailcore.commentreply",
    "wagtailcore.modellogentry",
    "wagtailcore.pagelogentry",
    "wagtailcore.pagesubscription",
    "wagtailcore.referenceindex",
    "wagtailcore.revision",
    "wagtailcore.taskstate",
    "wagtailcore.uploadedfile",
    "wagtailcore.workflowstate",
}
# What saving a draft writes into the live row of a page.
DRAFT_FIELDS = {"draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at"}

_declared = set()


def declare_invisible(*labels):
    """Say of models ("mailing.Delivery") that readers never see them. Called in AppConfig.ready()."""
    _declared.update(apps.get_model(label)._meta.label_lower for label in labels)


def is_visible(model):
    """Whether saving a row of `model` may change what readers see. The models of migrations show nothing."""
    meta = model._meta
    return model.__module__ != "__fake__" and meta.app_label not in APPS and meta.label_lower not in MODELS | _declared


def is_draft_only(update_fields):
    """Whether no more than these fields being saved leaves what readers see as it is."""
    return bool(update_fields) and DRAFT_FIELDS.issuperset(update_fields)
