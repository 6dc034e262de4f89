from search.analysis import Synonyms, document_streams, understand
from search.analysis.glossary import glossary

GROUPS = [
    ["НПО", "неправителствена организация", "NGO"],
    ["стартъп", "start-up"],
    ["бездомни", "хора без дом", "homeless"],
    ["социално предприятие", "social enterprise"],
]


def means(text, language="bg", groups=GROUPS):
    words = understand(text, language, Synonyms(groups)).words
    return {synonym for word in words for synonym in word.synonyms}


def all_keys(query):
    return {key for group in query.groups for phrase in group.phrases for word in phrase for key in word.keys}


def test_a_word_is_widened_by_its_group():
    assert means("нпо") == {"неправителствена организация", "ngo"}


def test_any_form_and_script_of_a_phrase_is_known():
    assert {"нпо", "ngo"} <= means("неправителствените организации")
    assert means("npo") == {"неправителствена организация", "ngo"}


def test_small_words_within_a_phrase_dont_matter():
    assert "homeless" in means("хора, които са без дом") | means("хора без дом")


def test_a_compound_is_known_with_and_without_its_hyphen():
    assert "стартъп" in means("startups", "en")
    assert "стартъп" in means("start-ups", "en")


def test_the_widest_phrase_wins():
    groups = [["социално предприятие", "social enterprise"], ["предприятие", "enterprise"]]

    meant = means("социално предприятие", groups=groups)

    assert "social enterprise" in meant
    assert "enterprise" not in meant


def test_one_word_is_no_group():
    assert means("нпо", groups=[["НПО"], [], ["", "  "], ["?!", "НПО"]]) == set()


def test_a_long_phrase_is_shown_as_it_is():
    assert "world health organization" in means("сзо", groups=[["СЗО", "World Health Organization"]])


def test_a_phrase_is_looked_for_side_by_side():
    streams = document_streams(language="en", title="A social enterprise")
    apart = document_streams(language="en", title="An enterprise that is social")
    (pair,) = {
        word.keys
        for group in understand("социално предприятие", "bg", Synonyms(GROUPS)).query.groups
        for phrase in group.phrases[1:]
        for word in phrase
        if word.text == "social enterprise"
    }

    assert set(pair) & set(streams["title"])
    assert not set(pair) & set(apart["title"])


def test_an_index_holds_no_synonyms():
    streams = document_streams(language="bg", title="НПО")

    assert streams["title"] == ("0npo",)


def test_everyday_words_are_known_in_both_languages():
    assert "child" in all_keys(understand("децата", "bg").query)
    assert "0det" in all_keys(understand("children", "en").query)


def test_the_glossary_has_no_group_of_one():
    assert len(glossary()) > 200
