"""The account page of the admin."""

from wagtail.admin.views import account

from members.forms import LanguageForm, NameEmailForm


class NamePanel(account.NameEmailSettingsPanel):
    form_class = NameEmailForm


class LanguagePanel(account.LocaleSettingsPanel):
    form_class = LanguageForm


OURS = {NamePanel.name: NamePanel, LanguagePanel.name: LanguagePanel}


class AccountView(account.AccountView):
    """Wagtail's page, with our forms for name, address and language in place of its own."""

    def get_panels(self):
        return [self._ours(panel) for panel in super().get_panels()]

    def _ours(self, panel):
        replacement = OURS.get(panel.name)
        return replacement(panel.request, panel.user, panel.profile) if replacement else panel
