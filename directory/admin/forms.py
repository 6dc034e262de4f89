"""The form of a profile."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from core.languages.names import language_name
from directory.admin.texts import PARTS, codes_of, columns, text_fields, write_texts
from directory.positions import FARTHEST_KM, distance_km
from taxonomy.models import PlaceKind


class ProfileForm(WagtailAdminModelForm):
    """Facts, and what is said in each language: `summary_bg`, `summary_en` … A name is asked for in the original's."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.original_language = self.instance.original_language
        self.codes = codes_of(self.instance)
        self.text_fields = text_fields(self.instance)
        self.fields.update(self.text_fields)
        if "original_language" in self.fields:
            self.fields["original_language"] = forms.ChoiceField(
                label=_("Language of the original"),
                choices=[(code, capfirst(language_name(code))) for code in self.codes],
                help_text=_("The one that the others are translated from. The profile's name in it is required."),
            )

    @property
    def own_columns(self):
        """Those of the site's languages."""
        return columns(self, list(dict(settings.LANGUAGES)), self.original_language)

    @property
    def other_columns(self):
        """Those of languages that an import brought."""
        others = [code for code in self.codes if code not in dict(settings.LANGUAGES)]
        return columns(self, others, self.original_language)

    def clean(self):
        cleaned = super().clean()
        name = f"name_{self._chosen_language()}"
        if name not in self.errors and not cleaned.get(name):
            self.add_error(name, ValidationError(_("Please write the profile's name."), code="required"))
        self._check_position(cleaned)
        if cleaned.get("theme") and "other_themes" in cleaned:
            cleaned["other_themes"] = cleaned["other_themes"].exclude(pk=cleaned["theme"].pk)
        return cleaned

    def _check_position(self, cleaned):
        latitude, longitude, place = (cleaned.get(name) for name in ("latitude", "longitude", "place"))
        if "latitude" in self.errors or "longitude" in self.errors:
            return
        if (latitude is None) != (longitude is None):
            missing = "latitude" if latitude is None else "longitude"
            self.add_error(missing, ValidationError(_("A position has both, latitude and longitude."), code="half"))
        elif latitude is not None and place and place.kind == PlaceKind.SETTLEMENT and place.latitude is not None:
            far = distance_km((latitude, longitude), (place.latitude, place.longitude))
            if far > FARTHEST_KM:
                message = _("This is %(km)d km from %(place)s. Please correct the position, or leave it empty.")
                self.add_error("latitude", ValidationError(message, params={"km": far, "place": place}, code="far"))

    def _chosen_language(self):
        """That of the original; drafts and previews need not name it."""
        return self.cleaned_data.get("original_language") or self.original_language

    def _sent_codes(self):
        """Languages that the browser's form had: a text that came by import meanwhile stays as it is."""
        return [code for code in self.codes if any(self.add_prefix(f"{part}_{code}") in self.data for part in PARTS)]

    def _post_clean(self):
        if not self.errors:
            self.cleaned_data["original_language"] = self._chosen_language()
            self.instance.original_language = self._chosen_language()
            write_texts(self.instance, self.cleaned_data, self._sent_codes())
        super()._post_clean()
