from datetime import time

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Readers see the lists alone. What a subscriber does changes no page.
UNSEEN = (
    "SignUp",
    "SignUp_lists",
    "SignUp_topics",
    "Subscriber",
    "SubscriberImport",
    "Subscription",
    "Subscription_topics",
)


class NewslettersConfig(AppConfig):
    name = "newsletters"
    verbose_name = _("Newsletters")

    def ready(self):
        from wagtail.permissions import register_permission_policy

        from core import footer
        from core.changes.invisible import declare_invisible
        from core.jobs import periodic
        from core.navigation import register_target
        from core.permissions import NobodyAddsPolicy
        from core.sitemap_sources import register_source
        from mailing import eligibility, reasons
        from newsletters import signals  # noqa: F401
        from newsletters.findable import IssueSource, ListSource
        from newsletters.importing.keeping import forget_old_files
        from newsletters.issues.audience import REASONS, IssueAudience
        from newsletters.issues.services import KIND
        from newsletters.models import Subscriber
        from newsletters.short_form import show_in_footer
        from newsletters.signing_up import forget_unconfirmed
        from newsletters.sitemap import SubscribePage
        from search.sources import register_source as register_findables

        declare_invisible(*(f"newsletters.{name}" for name in UNSEEN))
        register_permission_policy(Subscriber, NobodyAddsPolicy(Subscriber))
        eligibility.register(KIND, IssueAudience())
        reasons.register_labels(REASONS)
        footer.register_part(show_in_footer)
        register_target("newsletters", label=_("Newsletters: subscribe"), view_name="newsletters")
        register_findables(ListSource())
        register_findables(IssueSource())
        register_source("newsletters", SubscribePage())
        periodic.register(
            "newsletters.unconfirmed", forget_unconfirmed, label=_("Forget unconfirmed subscriptions"), at=time(3, 40)
        )
        periodic.register(
            "newsletters.imported_files",
            forget_old_files,
            label=_("Forget files of subscribers that nobody imported"),
            at=time(4, 25),
        )
