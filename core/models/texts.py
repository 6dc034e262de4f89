"""Which texts are published, and which of the original's texts those of a translation say."""

from django.db import models


class PublishedTexts(models.Model):
    """What a published page says, as a digest: a translation is current while it translates its original's digest.

    Kept by `core.languages.records`. `translates` is empty where nobody knows, which counts as out of date.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, primary_key=True, related_name="published_texts"
    )
    digest = models.CharField(max_length=40)
    changed_at = models.DateTimeField()
    original = models.ForeignKey("wagtailcore.Page", on_delete=models.SET_NULL, null=True, related_name="+")
    translates = models.CharField(max_length=40, blank=True)

    # A record about pages, no content that uses them.
    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"{self.page_id}: {self.digest}"


class RevisionTexts(models.Model):
    """Which texts of the original a revision says that wagtail-localize made; empty: some are not translated."""

    revision = models.OneToOneField(
        "wagtailcore.Revision", on_delete=models.CASCADE, primary_key=True, related_name="translated_texts"
    )
    translates = models.CharField(max_length=40, blank=True)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"{self.revision_id}: {self.translates}"
