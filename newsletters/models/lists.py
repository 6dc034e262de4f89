"""What people subscribe to."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.fields import PerLanguageField
from core.models import Labelled
from newsletters.querysets import MailingListQuerySet
from taxonomy.models import Topic


def default_language():
    return settings.LANGUAGE_CODE


class MailingList(Labelled):
    """A newsletter. `slug` stands in headers of its mails and in imports, and never changes."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True, help_text=_("Stands in mail headers and imports."))
    labels = PerLanguageField(_("name"), max_length=100)
    description = PerLanguageField(
        _("description"),
        max_length=300,
        multiline=True,
        blank=True,
        help_text=_("One or two sentences: what comes, and how often."),
    )
    default_language = models.CharField(
        _("default language"),
        max_length=10,
        default=default_language,
        help_text=_("An issue that isn’t translated goes out in this language."),
    )
    topics = models.ManyToManyField(
        Topic,
        verbose_name=_("topics offered"),
        blank=True,
        related_name="+",
        help_text=_("Subscribers may choose among them. Without any they get every issue."),
    )
    is_public = models.BooleanField(
        _("public"), default=True, help_text=_("Anybody may subscribe. To others people are added by import.")
    )
    in_short_forms = models.BooleanField(
        _("in short forms"),
        default=True,
        help_text=_("Whoever gives only an address, as in the footer, subscribes to it."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = MailingListQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # its topics are what it offers, nothing that it is about

    class Meta:
        verbose_name = _("mailing list")
        verbose_name_plural = _("mailing lists")
        ordering = ["order", "pk"]

    def __str__(self):
        return str(self.labels)

    @property
    def consent_purpose(self):
        """What records of consent call it."""
        return f"newsletter:{self.slug}"
