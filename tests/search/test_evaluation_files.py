import json

import pytest

from search.evaluation.reading import BrokenFile, read_documents, read_queries, read_synonyms, read_topics

DOCUMENT = {"id": "a", "kind": "post", "language": "bg", "title": "Заглавие", "text": "Текст"}
QUERY = {"id": "q", "class": "names", "language": "bg", "text": "заглавие", "grades": {"a": 3}}


@pytest.fixture
def write(tmp_path):
    def write_file(content, name="file.json"):
        path = tmp_path / name
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    return write_file


def test_documents_and_queries_are_read(write):
    documents = read_documents(write([DOCUMENT | {"topics": ["храна"], "place": None, "date": "2026-01-31"}]))
    queries = read_queries(write([QUERY], "queries.json"), documents)

    assert documents[0].topics == ("храна",)
    assert documents[0].place == ""
    assert queries[0].grades == {"a": 3}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "isn't JSON (line 1"),
        ("{}", "must be a list"),
        ("[1]", "number 1 isn't an object"),
        ([DOCUMENT, DOCUMENT], "“a” is there twice"),
        ([DOCUMENT | {"title": ""}], "number 1 (a): “title” must be a text"),
        ([DOCUMENT | {"topics": "храна"}], "“topics” must be a list of texts"),
        ([DOCUMENT | {"date": "yesterday"}], "“date” must be a day"),
    ],
)
def test_broken_documents_are_told_with_their_place(write, content, says):
    with pytest.raises(BrokenFile) as raised:
        read_documents(write(content))

    assert says in str(raised.value)


@pytest.mark.parametrize(
    ("grades", "says"),
    [
        ({"b": 1}, "no document “b”"),
        ({"a": 4}, "must be 1, 2 or 3"),
        ({}, "“grades” must be"),
        ([], "“grades” must be"),
    ],
)
def test_broken_grades_are_told_with_their_place(write, grades, says):
    documents = read_documents(write([DOCUMENT]))

    with pytest.raises(BrokenFile) as raised:
        read_queries(write([QUERY | {"grades": grades}], "queries.json"), documents)

    assert says in str(raised.value)


def test_a_file_that_isnt_there_or_isnt_text_is_told(tmp_path):
    (tmp_path / "bytes.json").write_bytes(b"[\xff]")

    with pytest.raises(BrokenFile, match="can't be read"):
        read_documents(tmp_path / "missing.json")
    with pytest.raises(BrokenFile, match="isn't UTF-8"):
        read_documents(tmp_path / "bytes.json")


def test_synonyms_and_topics_must_be_what_they_are(write):
    with pytest.raises(BrokenFile, match="group 1"):
        read_synonyms(write([{"a": "b"}]))
    with pytest.raises(BrokenFile, match="topic 1"):
        read_topics(write([["a", "b"]]))
