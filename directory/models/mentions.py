"""Which pages speak of which profiles."""

from django.db import models
from wagtail.models import Page

from directory.models.profiles import Profile


class Mention(models.Model):
    """A published page that links to a profile. Written by `directory.mentions` when the page is published."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="mentions")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["profile", "page"], name="mention_once_a_page")]

    def __str__(self):
        return f"{self.page_id} → {self.profile_id}"
