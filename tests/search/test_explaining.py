from search.analysis import Synonyms, Vocabulary, document_streams, understand
from search.explaining import Match, explained, matches
from search.service import loosened

SYNONYMS = Synonyms([["бездомни", "homeless"]])


def test_each_word_is_told_about():
    understood = understand("къде има храна за бездомните", "bg", SYNONYMS)

    told = "\n".join(explained(understood))

    assert "къде: a small word" in told
    assert "бездомните: as typed; means the same as homeless" in told
    assert "храна is looked for as 0hran" in told


def test_a_correction_is_told():
    told = list(explained(understand("wheelchiar", "en", SYNONYMS, Vocabulary({"wheelchair": 3}))))

    assert told[0] == "taken for: wheelchair"
    assert told[1].startswith("wheelchiar: taken for wheelchair")


def test_it_is_told_by_what_a_document_was_found():
    streams = document_streams(language="en", title="Homeless people", text="A kitchen")
    query = understand("бездомни", "bg", SYNONYMS).query

    assert matches(query, streams) == [[Match("homeless", "title", "homeless")]]


def test_a_document_that_lacks_a_word_has_nothing_of_it():
    streams = document_streams(language="bg", title="Обучение")
    strict, weak, *_ = loosened(understand("обучители", "bg").query)

    assert matches(strict, streams) == [[]]
    assert [match.stream for match in matches(weak, streams)[0]] == ["roots"]
