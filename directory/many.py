"""What is done to many profiles at once, each time in one transaction."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from wagtail.log_actions import log

from core.changes.transactions import content_changed, one_change
from directory.indexing import index_profiles
from directory.models import Profile, ProfileTopic

ADD_TOPIC = "directory.topic"


@dataclass
class Outcome:
    """How many were changed, and which could not be."""

    changed: int = 0
    refused: list = field(default_factory=list)


def publish_drafts(*, profiles, user):
    """Publish the latest draft of each that has changes readers don't see; what isn't complete is refused."""
    outcome = Outcome()
    with one_change():
        for profile in _with_drafts(profiles):
            if profile.live and not profile.has_unpublished_changes:
                continue
            revision = profile.latest_revision or profile.save_revision(user=user, clean=False)
            try:
                revision.as_object().full_clean()
            except ValidationError:
                outcome.refused.append(profile)
                continue
            revision.publish(user=user, skip_permission_checks=True)
            outcome.changed += 1
    return outcome


def unpublish_all(*, profiles, user):
    """Take off line those that are live."""
    live = [profile for profile in profiles if profile.live]
    with one_change():
        for profile in live:
            profile.unpublish(user=user)
    return Outcome(len(live))


def delete_all(*, profiles, user):
    """Delete them with everything that they have; the log keeps their names."""
    with one_change():
        for profile in profiles:
            log(instance=profile, action="wagtail.delete", user=user, deleted=True)
        Profile.objects.filter(pk__in=[profile.pk for profile in profiles]).delete()
        content_changed()
    return Outcome(len(profiles))


def add_topic(*, profiles, topic, user):
    """Give `topic` to what readers see of them and to their drafts; neither publishes anything else."""
    outcome = Outcome()
    with one_change():
        for profile in _with_drafts(profiles):
            _row, is_new = ProfileTopic.objects.get_or_create(content_object=profile, tag=topic)
            revision = _add_to_draft(profile, topic, user)
            if is_new or revision:
                log(instance=profile, action=ADD_TOPIC, user=user, revision=revision, data={"topic": str(topic)})
                outcome.changed += 1
        index_profiles([profile.pk for profile in profiles])
        content_changed()
    return outcome


def _add_to_draft(profile, topic, user):
    """The new revision, or None where the latest one has the topic, or there is none."""
    if profile.latest_revision is None:
        return None
    draft = profile.get_latest_revision_as_object()
    if topic in draft.topics.all():
        return None
    draft.topics.add(topic)
    revision = draft.save_revision(user=user, changed=False, clean=False)
    if profile.live and not profile.has_unpublished_changes:
        Profile.objects.filter(pk=profile.pk).update(live_revision=revision)
    return revision


def _with_drafts(profiles):
    found = Profile.objects.select_for_update(of=("self",)).filter(pk__in=[profile.pk for profile in profiles])
    return list(found.select_related("latest_revision").order_by("pk"))
