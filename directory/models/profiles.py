"""A profile: a person or an organisation that makes social innovations. One row with facts, texts as child rows."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from core.fields import PerLanguage
from core.models.labelled import derived_columns
from core.sorting import KEY_LENGTH
from core.validators import no_hidden_characters, no_mixed_alphabets
from directory.models.texts import NAME_LENGTH
from directory.querysets import ProfileQuerySet
from directory.slugs import find_slug, fold_name
from directory.translations import keep_published, record_published
from taxonomy.models import Place, PlaceKind, Term, TopicItem, TopicsMixin, Vocabulary

WEB_ADDRESS = URLValidator(schemes=["http", "https"])
# What the workings of the site say about a profile; no draft and no restored version brings an older state back.
NOT_IN_REVISIONS = ["verified", "confirmed_on", "is_demonstration", "sort_key", "search_text", "folded_name"]

SLUG_TAKEN = _("This was the address of “%(name)s” and leads there. Please choose another one.")


class Visibility(models.TextChoices):
    PUBLIC = "public", _("Listed: in lists, maps, search and open data")
    UNLISTED = "unlisted", _("Unlisted: only by its address")


def _term(vocabulary, label, **options):
    return models.ForeignKey(
        Term,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"vocabulary": vocabulary},
        verbose_name=label,
        **options,
    )


def _terms(vocabulary, label):
    return ParentalManyToManyField(
        Term, blank=True, related_name="+", limit_choices_to={"vocabulary": vocabulary}, verbose_name=label
    )


class Profile(
    WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, TopicsMixin, ClusterableModel
):
    name = models.CharField(_("name"), max_length=NAME_LENGTH, validators=[no_hidden_characters, no_mixed_alphabets])
    original_language = models.CharField(_("language of the original"), max_length=35, default=settings.LANGUAGE_CODE)
    slug = models.SlugField(
        _("slug"),
        max_length=160,
        unique=True,
        blank=True,
        help_text=_("The last part of the profile's address. Left empty, it is made of the name."),
    )
    kind = _term(Vocabulary.ORGANISATION_KINDS, _("kind"))
    founded = models.PositiveSmallIntegerField(
        _("founded in"), null=True, blank=True, validators=[MinValueValidator(1800)]
    )
    stage = _term(Vocabulary.STAGES, _("stage"))
    theme = _term(Vocabulary.THEMES, _("main theme"), help_text=_("Gives the profile its colour and its motif."))
    other_themes = _terms(Vocabulary.THEMES, _("other themes"))
    target_groups = _terms(Vocabulary.TARGET_GROUPS, _("target groups"))
    innovation_types = _terms(Vocabulary.INNOVATION_TYPES, _("types of innovation"))
    sdgs = _terms(Vocabulary.SDGS, _("Sustainable Development Goals"))
    topics = ClusterTaggableManager(through="directory.ProfileTopic", blank=True, verbose_name=_("topics"))
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    locality = models.CharField(
        _("settlement"),
        max_length=120,
        blank=True,
        validators=[no_hidden_characters],
        help_text=_("Where it is not among the places: a village, or a town abroad."),
    )
    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("In degrees, like 42.1354. Left empty, the settlement's position is shown."),
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    website = models.URLField(_("website"), max_length=500, blank=True, validators=[WEB_ADDRESS])
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo or photo"),
    )
    visibility = models.CharField(_("visibility"), max_length=12, choices=Visibility, default=Visibility.PUBLIC)
    verified = models.BooleanField(_("verified"), default=False, editable=False)
    confirmed_on = models.DateField(_("last confirmed"), null=True, blank=True, editable=False)
    is_demonstration = models.BooleanField(_("demonstration"), default=False, editable=False)

    sort_key = models.CharField(max_length=KEY_LENGTH, editable=False, db_index=True, default="")
    search_text = models.TextField(editable=False, default="")
    folded_name = models.CharField(max_length=NAME_LENGTH, editable=False, db_index=True, default="")

    # Shows its page in a language (`directory.previews`); set when the apps are ready, as pages know models.
    preview = None

    objects = models.Manager.from_queryset(ProfileQuerySet)()

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")
        ordering = ["sort_key", "pk"]
        permissions = [("export_profiles", "Can take the full export")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latitude=None, longitude=None)
                | models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="profile_on_earth",
            ),
        ]

    def __str__(self):
        return self.name_in(get_language() or settings.LANGUAGE_CODE)[0]

    @property
    def hue(self):
        """The slug of the main theme, which colours the profile; empty for one without."""
        return self.theme.slug if self.theme_id else ""

    @property
    def position(self):
        """(latitude, longitude): its own or, less exactly, that of its settlement; None where neither is known."""
        if self.latitude is not None and self.longitude is not None:
            return self.latitude, self.longitude
        if self.place_id and self.place.kind == PlaceKind.SETTLEMENT and self.place.latitude is not None:
            return self.place.latitude, self.place.longitude
        return None

    def text_in(self, language):
        """What it says to a reader of `language`: in theirs, else in the original's, else in any; or None.

        Prefetch `texts` where many are asked.
        """
        texts = {text.language: text for text in self.texts.all() if text.says_something}
        order = [language, self.original_language, *dict(settings.LANGUAGES), *texts]
        return next((texts[code] for code in order if code in texts), None)

    def name_in(self, language):
        """(name, its language) as a reader of `language` has it."""
        named = {text.language: text.name for text in self.texts.all() if text.name}
        return (named[language], language) if language in named else (self.name, self.original_language)

    @property
    def preview_modes(self):
        """One a language of the site."""
        return settings.LANGUAGES

    def serve_preview(self, request, mode_name):
        return self.preview(request, mode_name if mode_name in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE)

    def get_absolute_url(self):
        """Its address in the active language."""
        return reverse("directory_profile", args=[self.slug])

    def with_content_json(self, content):
        profile = super().with_content_json(content)
        for name in NOT_IN_REVISIONS:
            setattr(profile, name, getattr(self, name))
        published = {text.language: text for text in self.texts.all()}
        for text in profile.texts.all():
            keep_published(text, published.get(text.language))
        return profile

    def full_clean(self, *args, **kwargs):
        self._propose_slug()
        super().full_clean(*args, **kwargs)

    def clean(self):
        """An address that leads to another profile stays that one's: readers and search engines keep it."""
        super().clean()
        other = FormerSlug.objects.filter(slug=self.slug).exclude(profile=self.pk).select_related("profile").first()
        if other:
            raise ValidationError({"slug": ValidationError(SLUG_TAKEN, params={"name": other.profile}, code="former")})

    def save(self, *args, update_fields=None, **kwargs):
        """Keeps the columns for order and search true, and lets readers who know an older slug find it."""
        if update_fields is None:
            self._propose_slug()
            self._change_slug()
            if self.live:
                record_published(self)
            self.folded_name = fold_name(self.name)
            for name, value in derived_columns(self._names()).items():
                setattr(self, name, value)
        super().save(*args, update_fields=update_fields, **kwargs)

    def _names(self):
        names = {text.language: text.name for text in self.texts.all() if text.name}
        return PerLanguage({settings.LANGUAGE_CODE: self.name} | names | {"": self.name})

    def _propose_slug(self):
        if not self.slug and self.name:
            self.slug = find_slug(self.name, Profile.objects.exclude(pk=self.pk), FormerSlug.objects.all())

    def _change_slug(self):
        """Keep an address that readers know; of a slug that somebody else took since the draft, take the next one."""
        known = Profile.objects.filter(pk=self.pk or 0).exclude(slug=self.slug)
        before = known.values_list("slug", "first_published_at").first()
        if before is None:
            return
        if Profile.objects.filter(slug=self.slug).exclude(pk=self.pk).exists():
            self.slug = find_slug(self.slug, Profile.objects.exclude(pk=self.pk), FormerSlug.objects.all())
        former, published_at = before
        if published_at:
            FormerSlug.objects.get_or_create(slug=former, defaults={"profile_id": self.pk})
            FormerSlug.objects.filter(slug=self.slug, profile_id=self.pk).delete()


class ProfileTopic(TopicItem):
    content_object = ParentalKey(Profile, on_delete=models.CASCADE, related_name="topic_items")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="topic_once_a_profile")]


class ProfileLink(Orderable):
    """A page of theirs elsewhere: a social network, a shop."""

    profile = ParentalKey(Profile, on_delete=models.CASCADE, related_name="links")
    url = models.URLField(_("address"), max_length=500, validators=[WEB_ADDRESS])

    def __str__(self):
        return self.url


class FormerSlug(models.Model):
    """An address that a profile, or one merged into it, had before. It leads to where the profile is now."""

    slug = models.SlugField(max_length=160, unique=True)
    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="former_slugs")

    def __str__(self):
        return self.slug
