"""Who may do what with subscribers, and where."""

from django.urls import reverse

EXPORT = "newsletters.export_subscribers"
IMPORT = "newsletters.add_subscriberimport"
SEND = "newsletters.send_issue"


def may_import(user):
    return user.has_perm(IMPORT)


def may_export(user):
    return user.has_perm(EXPORT)


def import_url():
    return reverse("subscribers:import")


def export_url():
    return reverse("subscribers:export")


def may_send(user):
    return user.has_perm(SEND)
