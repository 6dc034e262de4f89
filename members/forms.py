"""Forms about accounts: an address, a name and a language instead of a username and two names."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import account
from wagtail.users import forms as wagtail_forms

from members.models import User
from members.querysets import tidy_email
from members.services import set_language


def language_choices():
    return settings.LANGUAGES


class AccountFieldsMixin(forms.Form):
    """What Wagtail's forms ask for names, asked our way."""

    first_name = last_name = None
    email = forms.EmailField(label=_("E-mail"), help_text=_("The person logs in with it."))
    name = forms.CharField(label=_("Name"), max_length=120)

    def clean_email(self):
        email = tidy_email(self.cleaned_data["email"])
        if User.objects.exclude(pk=self.instance.pk).filter(email=email).exists():
            raise forms.ValidationError(_("An account with this address exists already."), code="unique")
        return email


class UserFormMixin(AccountFieldsMixin):
    language = forms.ChoiceField(label=_("Preferred language"), choices=language_choices)

    def _clean_username(self):
        """Nothing: the address is checked as what it is."""


class UserCreationForm(UserFormMixin, wagtail_forms.UserCreationForm):
    class Meta(wagtail_forms.UserCreationForm.Meta):
        fields = ["email", "name", "language", "is_superuser", "groups"]


class UserEditForm(UserFormMixin, wagtail_forms.UserEditForm):
    class Meta(wagtail_forms.UserEditForm.Meta):
        fields = ["email", "name", "language", "is_active", "is_superuser", "groups"]


class NameEmailForm(AccountFieldsMixin, account.NameEmailForm):
    class Meta:
        model = User
        fields = ["name", "email"]


class LanguageForm(account.LocalePreferencesForm):
    """The person's language is the account's; Wagtail's profile follows it."""

    preferred_language = forms.ChoiceField(label=_("Preferred language"), choices=language_choices)

    def save(self, commit=True):
        profile = super().save(commit=commit)
        set_language(user=profile.user, language=self.cleaned_data["preferred_language"])
        return profile
