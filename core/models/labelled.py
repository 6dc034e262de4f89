"""Rows that people know by a label per language."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.fields import PerLanguage
from core.sorting import KEY_LENGTH, sort_key


class LabelledQuerySet(models.QuerySet):
    def matching(self, text):
        """Rows with every word of `text` somewhere in their labels, in whatever language, capitals or not."""
        found = self
        for word in text.casefold().split():
            found = found.filter(search_text__contains=word)
        return found

    def labelled(self, text):
        """Rows that are called exactly `text` in some language, capitals or not."""
        return self.filter(search_text__contains=f"\n{fold(text)}\n")

    def missing(self, language):
        """Rows without a label in `language`."""
        return self.exclude(**{f"{self.model.label_field}__has_key": language})

    def labels_starting(self, text):
        """Rows with a label, in any language, that begins with `text`."""
        return self.filter(search_text__contains=f"\n{fold(text)}")


class Labelled(models.Model):
    """Keeps beside the labels what databases can't do with them alike: their order, and finding them in any language.

    `label_field` names the model's `PerLanguageField`. Saving is what keeps both columns true: no `update()` of it.
    """

    label_field = "labels"

    sort_key = models.CharField(_("sort key"), max_length=KEY_LENGTH, editable=False, db_index=True, default="")
    search_text = models.TextField(_("searched text"), editable=False, default="")

    objects = LabelledQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return str(self.label_texts())

    def label_texts(self):
        return PerLanguage(getattr(self, self.label_field))

    def save(self, *args, update_fields=None, **kwargs):
        columns = derived_columns(self.label_texts())
        for name, value in columns.items():
            setattr(self, name, value)
        if update_fields is not None:
            update_fields = {*update_fields, *columns}
        super().save(*args, update_fields=update_fields, **kwargs)


def derived_columns(texts):
    """What a row with these labels has in its columns for order and search; migrations use it, too."""
    texts = PerLanguage(texts)
    return {
        "sort_key": sort_key(texts.text(settings.LANGUAGE_CODE)),
        "search_text": "".join(f"\n{fold(text)}" for text in texts.values()) + "\n",
    }


def fold(text):
    """`text` as labels are compared: without capitals and doubled spaces."""
    return " ".join(text.casefold().split())
