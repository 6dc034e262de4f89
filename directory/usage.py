"""The listing of profiles, narrowed to those that have a term or topic."""

from django.urls import reverse

from taxonomy.models import Topic, Vocabulary

FILTERS = {
    Vocabulary.THEMES: "theme",
    Vocabulary.ORGANISATION_KINDS: "kind",
    Vocabulary.STAGES: "stage",
    Vocabulary.TARGET_GROUPS: "group",
    Vocabulary.INNOVATION_TYPES: "innovation",
    Vocabulary.SDGS: "sdg",
}


def profiles_with(word):
    """The address of the listing of profiles that have `word`; empty for a vocabulary that profiles don't use."""
    name = "topic" if isinstance(word, Topic) else FILTERS.get(word.vocabulary)
    return f"{reverse('wagtailsnippets_directory_profile:list')}?{name}={word.pk}" if name else ""
