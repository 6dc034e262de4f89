"""The made-up innovators of the demonstration's directory, marked as such."""

from django.conf import settings

from directory.models import FormerSlug, Profile, ProfileLink, ProfileText
from home.demo.texts import CONTENT, load
from taxonomy.models import Place, PlaceKind, Term, Topic, Vocabulary

ONE = {"kind": Vocabulary.ORGANISATION_KINDS, "stage": Vocabulary.STAGES, "theme": Vocabulary.THEMES}
MANY = {
    "other_themes": Vocabulary.THEMES,
    "target_groups": Vocabulary.TARGET_GROUPS,
    "innovation_types": Vocabulary.INNOVATION_TYPES,
    "sdgs": Vocabulary.SDGS,
}


def load_profiles():
    """The entries by slug (the file's stem), the oldest first."""
    entries = {file.stem: load(f"profiles/{file.stem}") for file in (CONTENT / "profiles").glob("*.toml")}
    return dict(sorted(entries.items(), key=lambda item: (item[1]["created"], item[0])))


class ProfileWriter:
    """Writes the demonstration's profiles. Those that exist already, whatever became of them, are left alone."""

    def __init__(self):
        self.terms = {(term.vocabulary, term.slug): term for term in Term.objects.all()}
        self.topics = {topic.slug: topic for topic in Topic.objects.all()}
        self.towns = {place.slug: place for place in Place.objects.of(PlaceKind.SETTLEMENT).with_way()}

    def write(self, tell):
        """Publish what is missing; `tell(slug)` is called for each profile written."""
        known = {*Profile.objects.values_list("slug", flat=True), *FormerSlug.objects.values_list("slug", flat=True)}
        for slug, entry in load_profiles().items():
            if slug not in known:
                self._publish(slug, entry)
                tell(slug)

    def _publish(self, slug, entry):
        texts = entry["text"]
        profile = Profile(
            slug=slug,
            name=texts[settings.LANGUAGE_CODE]["name"],
            live=False,
            founded=entry.get("founded"),
            place=self.towns[entry["place"]] if "place" in entry else None,
            website=entry.get("website", ""),
            first_published_at=entry["created"],
            verified=entry["verified"],
            confirmed_on=entry["confirmed"],
            is_demonstration=True,
        )
        for name, vocabulary in ONE.items():
            setattr(profile, name, self.terms[vocabulary, entry[name]])
        for name, vocabulary in MANY.items():
            setattr(profile, name, [self.terms[vocabulary, word] for word in entry.get(name, [])])
        profile.texts = [_text(language, text) for language, text in texts.items()]
        profile.links = [ProfileLink(url=url) for url in entry.get("links", [])]
        profile.topics.add(*(self.topics[topic] for topic in entry["topics"]))
        profile.save()
        profile.save_revision().publish()


def _text(language, text):
    """The name stands with the text only where it isn't that of the original."""
    name = "" if language == settings.LANGUAGE_CODE else text.get("name", "")
    return ProfileText(language=language, name=name, summary=text["summary"], story=text["story"])
