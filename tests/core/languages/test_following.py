"""What isn't text follows a published page into its translations, at once and without touching their texts."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import PageLogEntry
from wagtail.signals import page_published
from wagtail_localize.models import Translation, TranslationSource

from blog.models import BlogPage
from core.languages.following import follow_source, live_page_followed
from taxonomy.models import Term, Topic, Vocabulary
from tests.blog.factories import BlogIndexPageFactory, BlogPageFactory
from tests.core.factories import locale, translate
from tests.images.factories import ImageFactory
from tests.people.factories import PersonFactory

DAY = datetime.date(2026, 1, 31)


@pytest.fixture
def index(site, home_bg):
    index = BlogIndexPageFactory(parent=home_bg)
    translate(index, "en", {"novini": "news"})
    return index


@pytest.fixture
def topics(db):
    return [Topic.objects.create(name=name, slug=f"t-{number}") for number, name in enumerate(("Едно", "Две", "Три"))]


@pytest.fixture
def people(db):
    return PersonFactory.create_batch(3)


@pytest.fixture
def post(index, topics, people):
    return BlogPageFactory(parent=index, title="Новина", slug="novina", topics=topics[:2], authors=people[:2])


def fresh(page):
    return BlogPage.objects.get(pk=page.pk)


def draft_of(page):
    return fresh(page).get_latest_revision_as_object()


def publish(page, **facts):
    """Change facts of a page the way editors do: in a revision that is then published."""
    page = draft_of(page)
    authors, about = facts.pop("authors", None), facts.pop("topics", None)
    for name, value in facts.items():
        setattr(page, name, value)
    if about is not None:
        page.topics.set(about)
    if authors is not None:
        page.author_links.set([page.author_links.model(person=one, sort_order=n) for n, one in enumerate(authors)])
    page.save_revision(clean=False).publish()


def save_draft(page, **texts):
    page = draft_of(page)
    for name, value in texts.items():
        setattr(page, name, value)
    page.save_revision(clean=False)


def topics_of(page):
    return {topic.pk for topic in page.topics.all()}


def authors_of(page):
    return [link.person_id for link in sorted(page.author_links.all(), key=lambda link: link.sort_order)]


def test_a_date_follows_into_a_live_translation_at_once(post):
    english = translate(post, "en", {"Новина": "News"})

    publish(post, date=DAY)

    assert fresh(english).date == DAY
    assert draft_of(english).date == DAY
    assert (fresh(english).title, fresh(english).live) == ("News", True)
    assert not fresh(english).has_unpublished_changes


def test_topics_follow_when_added_and_when_removed(post, topics):
    english = translate(post, "en")

    publish(post, topics=topics[1:])

    assert topics_of(fresh(english)) == topics_of(draft_of(english)) == {topics[1].pk, topics[2].pk}
    publish(post, topics=[])
    assert topics_of(fresh(english)) == topics_of(draft_of(english)) == set()


def test_authors_follow_in_their_order(post, people):
    english = translate(post, "en")

    publish(post, authors=[people[2], people[0]])

    assert authors_of(fresh(english)) == authors_of(draft_of(english)) == [people[2].pk, people[0].pk]
    publish(post, authors=[people[0], people[2]])
    assert authors_of(fresh(english)) == [people[0].pk, people[2].pk]


def test_a_picture_and_a_theme_follow_when_set_and_when_taken_away(post):
    theme = Term.objects.filter(vocabulary=Vocabulary.THEMES).first() or Term.objects.create(
        vocabulary=Vocabulary.THEMES, slug="education"
    )
    image = ImageFactory()
    english = translate(post, "en")

    publish(post, image=image, theme=theme)

    assert (fresh(english).image_id, fresh(english).theme_id) == (image.pk, theme.pk)
    publish(post, image=None, theme=None)
    assert (fresh(english).image_id, fresh(english).theme_id) == (None, None)
    assert draft_of(english).image_id is None


def test_a_live_translation_with_unfinished_texts_keeps_both_its_texts(post):
    english = translate(post, "en", {"Новина": "News"})
    save_draft(english, title="Better news")

    publish(post, date=DAY)

    assert (fresh(english).date, fresh(english).title) == (DAY, "News")
    assert (draft_of(english).date, draft_of(english).title) == (DAY, "Better news")
    assert fresh(english).has_unpublished_changes


def test_a_draft_translation_stays_a_draft(post, topics):
    english = translate(post, "en", {"Новина": "News"}, live=False)

    publish(post, date=DAY, topics=topics[2:])

    assert not fresh(english).live
    assert (draft_of(english).date, draft_of(english).title) == (DAY, "News")
    assert topics_of(draft_of(english)) == {topics[2].pk}


def test_an_unpublished_translation_stays_unpublished(post):
    english = translate(post, "en")
    english.unpublish()

    publish(post, date=DAY)

    assert not fresh(english).live
    assert draft_of(english).date == DAY


def test_a_draft_of_the_source_changes_nothing(post):
    english = translate(post, "en")

    save_draft(post, date=DAY)

    assert fresh(english).date != DAY


def test_texts_of_the_source_stay_where_they_are(post):
    english = translate(post, "en", {"Новина": "News"})

    publish(post, title="Друго заглавие", lead="Друго", date=DAY)

    assert fresh(english).title == "News"
    assert fresh(english).lead == "Новина накратко. (en)"


def test_a_page_written_in_english_is_followed_by_its_bulgarian_translation(index):
    english_index = index.get_translation(locale("en"))
    english = BlogPageFactory(parent=english_index, title="Story")
    bulgarian = translate(english, "bg")

    publish(english, date=DAY)

    assert fresh(bulgarian).date == DAY


def test_a_translation_takes_its_facts_from_the_source_when_it_is_published(post):
    english = translate(post, "en")

    publish(english, date=DAY, title="Mine")

    assert (fresh(english).date, fresh(english).title) == (post.date, "Mine")
    assert fresh(post).date == post.date


def test_a_translation_saved_later_does_not_bring_back_old_facts(post, topics):
    english = translate(post, "en")
    publish(post, date=DAY, topics=topics[2:])

    Translation.objects.get(source__object_id=post.translation_key).save_target(publish=False)

    assert draft_of(english).date == DAY
    assert topics_of(draft_of(english)) == {topics[2].pk}


def test_what_was_submitted_keeps_its_texts(post):
    translate(post, "en")

    publish(post, date=DAY, title="Друго")

    submitted = TranslationSource.objects.get(object_id=post.translation_key).as_instance()
    assert (submitted.date, submitted.title) == (DAY, "Новина")


def test_a_scheduled_draft_goes_live_with_the_facts_of_its_source(post):
    english = translate(post, "en", live=False)
    moment = datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)
    english.get_latest_revision().__class__.objects.filter(pk=fresh(english).latest_revision_id).update(
        approved_go_live_at=moment
    )

    publish(post, date=DAY)

    scheduled = fresh(english).revisions.exclude(approved_go_live_at=None).get()
    assert (scheduled.as_object().date, scheduled.approved_go_live_at) == (DAY, moment)


def test_a_third_language_follows_through_the_second(settings, index, post, home_bg):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, ("de", "German")]
    translate(home_bg, "de")
    translate(index, "de")
    english = translate(post, "en")
    german = translate(english, "de")

    publish(post, date=DAY)

    assert fresh(english).date == fresh(german).date == DAY


def test_a_translation_back_into_the_source_language_makes_no_circle(post):
    english = translate(post, "en")
    TranslationSource.get_or_create_from_instance(english)[0].translations.create(target_locale=locale("bg"))

    publish(post, date=DAY)

    assert fresh(post).date == fresh(english).date == DAY


def test_a_translation_made_by_hand_follows_the_source_language(index, post):
    english = BlogPageFactory(parent=index.get_translation(locale("en")), translation_key=post.translation_key)

    publish(post, date=DAY)

    assert fresh(english).date == DAY


def test_nothing_is_published_twice(post):
    english = translate(post, "en")
    heard = []
    receiver = lambda instance, **signal: heard.append(instance.pk)  # noqa: E731
    page_published.connect(receiver)

    publish(post, date=DAY)

    page_published.disconnect(receiver)
    assert sorted(heard) == sorted([post.pk, english.pk])
    assert follow_source(fresh(post)) == []


def test_publishing_without_a_new_fact_leaves_translations_alone(post):
    english = translate(post, "en")
    revision = fresh(english).latest_revision_id

    publish(post, title="Само текст")

    assert fresh(english).latest_revision_id == revision


def test_what_followed_is_logged_with_its_source(post):
    english = translate(post, "en")

    publish(post, date=DAY)

    entry = PageLogEntry.objects.get(page=english.pk, action="core.follow_source")
    assert entry.data == {"source": post.pk, "fields": ["date"]}


def test_a_live_page_that_changed_unpublished_is_announced(post):
    english = translate(post, "en")
    save_draft(english, title="Draft")
    heard = []
    receiver = lambda instance, **signal: heard.append(instance.pk)  # noqa: E731
    live_page_followed.connect(receiver)

    publish(post, date=DAY)

    live_page_followed.disconnect(receiver)
    assert heard == [english.pk]


def test_the_command_repairs_what_was_left_behind(post, topics):
    english = translate(post, "en")
    BlogPage.objects.filter(pk=post.pk).update(date=DAY)
    out = StringIO()

    call_command("follow_sources", stdout=out)

    assert fresh(english).date == DAY
    assert "blog.BlogPage: 2 looked at, 1 changed" in out.getvalue()
