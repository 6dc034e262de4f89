"""What editors do with several profiles of the listing at once."""

from abc import abstractmethod

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from directory.admin.filters import ProfileFilterSet
from directory.admin.permissions import may
from directory.many import add_topic, delete_all, publish_drafts, unpublish_all
from directory.models import Profile
from directory.verification import unverify, verify
from taxonomy.models import Topic

MOST = 500  # in one request


class ProfileBulkAction(SnippetBulkAction):
    """Asks for a yes, then changes all in one transaction. Subclasses say `change`, which gives how many it changed."""

    models = [Profile]
    template_name = "directory/admin/bulk.html"
    permission = "publish"
    question = ""
    respects_locks = True

    def check_perm(self, profile):
        user = self.request.user
        locked = self.respects_locks and profile.locked and profile.locked_by_id != user.pk
        return may(user, self.permission) and not locked

    def get_all_objects_in_listing_query(self, parent_id):
        """Those of the listing as it was filtered and searched, where Wagtail takes all there are."""
        found = ProfileFilterSet(self.request.GET, queryset=Profile.objects.all(), request=self.request).qs
        found = found.matching(self.request.GET.get("q", ""))
        return list(found.values_list("pk", flat=True)[: MOST + 1])

    def get_actionable_objects(self):
        profiles, no_access = super().get_actionable_objects()
        return profiles[: MOST + 1], no_access

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        number = len(context["items"])
        return context | {
            "question": self.question,
            "label": self.display_name,
            "number": number,
            "most": MOST,
            "too_many": number > MOST,
            "is_serious": "serious" in self.classes,
        }

    def prepare_action(self, profiles, profiles_without_access):
        if len(profiles) > MOST:
            return self.form_invalid(self.cleaned_form)
        return None

    @classmethod
    def execute_action(cls, profiles, self=None, **kwargs):
        return self.change(profiles), 0

    @abstractmethod
    def change(self, profiles):
        """Do it to each of `profiles`; return how many changed."""

    def get_success_message(self, number, _children):
        return ngettext("%(count)d profile was changed.", "%(count)d profiles were changed.", number) % {
            "count": number
        }


class Publish(ProfileBulkAction):
    display_name = _("Publish")
    action_type = "publish"
    aria_label = _("Publish the chosen profiles")
    question = _("Publish the latest drafts of these profiles?")
    action_priority = 10

    def change(self, profiles):
        outcome = publish_drafts(profiles=profiles, user=self.request.user)
        if outcome.refused:
            names = ", ".join(f"“{profile}”" for profile in outcome.refused)
            messages.warning(self.request, _("Not complete, and not published: %(names)s") % {"names": names})
        return outcome.changed


class Unpublish(ProfileBulkAction):
    display_name = _("Unpublish")
    action_type = "unpublish"
    aria_label = _("Unpublish the chosen profiles")
    question = _("Take these profiles off line? They are kept as drafts.")
    action_priority = 20

    def change(self, profiles):
        return unpublish_all(profiles=profiles, user=self.request.user).changed


class Verify(ProfileBulkAction):
    display_name = _("Verify")
    action_type = "verify"
    aria_label = _("Verify the chosen profiles")
    question = _("Say of these profiles that they are verified?")
    action_priority = 40
    respects_locks = False

    def change(self, profiles):
        return verify(profiles=profiles, user=self.request.user)


class Unverify(ProfileBulkAction):
    display_name = _("Take back the verification")
    action_type = "unverify"
    aria_label = _("Take back the verification of the chosen profiles")
    question = _("Take back the verification of these profiles?")
    action_priority = 50
    respects_locks = False

    def change(self, profiles):
        return unverify(profiles=profiles, user=self.request.user)


class TopicForm(forms.Form):
    topic = forms.ModelChoiceField(label=capfirst(Topic._meta.verbose_name), queryset=Topic.objects.all())


class AddTopic(ProfileBulkAction):
    display_name = _("Add a topic")
    action_type = "add_topic"
    aria_label = _("Add a topic to the chosen profiles")
    question = _("Which topic do these profiles get? Readers see it at once on those that are published.")
    action_priority = 60
    form_class = TopicForm

    def change(self, profiles):
        topic = self.cleaned_form.cleaned_data["topic"]
        return add_topic(profiles=profiles, topic=topic, user=self.request.user).changed


class Delete(ProfileBulkAction):
    display_name = _("Delete")
    action_type = "delete"
    aria_label = _("Delete the chosen profiles")
    question = _("Delete these profiles with everything that they have? This can't be undone.")
    permission = "delete"
    action_priority = 90
    classes = {"serious"}

    def change(self, profiles):
        return delete_all(profiles=profiles, user=self.request.user).changed


ACTIONS = [Publish, Unpublish, Verify, Unverify, AddTopic, Delete]
