"""The files of an evaluation set; whatever is wrong with them is said with the place where it is."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path


class BrokenFile(Exception):
    """A file of an evaluation set can't be used; the message says why, and where."""


@dataclass(frozen=True)
class Document:
    id: str
    kind: str
    language: str
    title: str
    text: str
    topics: tuple[str, ...] = ()
    place: str = ""
    date: int | None = None


@dataclass(frozen=True)
class GradedQuery:
    id: str
    of_class: str
    language: str
    text: str
    grades: dict[str, int]


def read_documents(path):
    """The documents of a file: a list of {id, kind, language, title, text, topics, place, date}."""
    documents = [_document(_Record(path, number, record)) for number, record in enumerate(_list(path), 1)]
    _refuse_repeated(path, documents)
    return documents


def read_queries(path, documents):
    """The queries of a file: a list of {id, class, language, text, grades: {id of a document: 1–3}}."""
    known = {document.id for document in documents}
    queries = [_query(_Record(path, number, record), known) for number, record in enumerate(_list(path), 1)]
    _refuse_repeated(path, queries)
    if not queries:
        raise BrokenFile(f"{path}: there is no query in it.")
    return queries


def read_synonyms(path):
    """Groups of words and phrases: a list of lists of strings."""
    groups = _list(path)
    for number, group in enumerate(groups, 1):
        if not isinstance(group, list) or not all(isinstance(phrase, str) for phrase in group):
            raise BrokenFile(f"{path}: group {number} isn't a list of strings.")
    return groups


def read_topics(path):
    """Topics' labels: a list of {language: label}."""
    topics = _list(path)
    for number, labels in enumerate(topics, 1):
        if not isinstance(labels, dict) or not all(isinstance(label, str) for label in labels.values()):
            raise BrokenFile(f"{path}: topic {number} isn't {{language: label}}.")
    return topics


def _list(path):
    try:
        content = json.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BrokenFile(f"{path}: can't be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise BrokenFile(f"{path}: isn't UTF-8 (byte {error.start}).") from error
    except json.JSONDecodeError as error:
        raise BrokenFile(f"{path}: isn't JSON (line {error.lineno}: {error.msg}).") from error
    except RecursionError as error:
        raise BrokenFile(f"{path}: is nested too deeply.") from error
    if not isinstance(content, list):
        raise BrokenFile(f"{path}: must be a list.")
    return content


class _Record:
    """One object of a file, asked for its fields."""

    def __init__(self, path, number, content):
        self.where = f"{path}: number {number}"
        if not isinstance(content, dict):
            raise BrokenFile(f"{self.where} isn't an object.")
        self.content = content
        self.where += f" ({content.get('id', 'without an id')})"

    def text(self, name, *, needed=True):
        value = self.content.get(name)
        if value is None and not needed:
            return ""
        if isinstance(value, int) and name == "id":
            value = str(value)
        if not isinstance(value, str) or (needed and not value):
            raise BrokenFile(f"{self.where}: “{name}” must be a text.")
        return value

    def labels(self, name):
        value = self.content.get(name) or []
        if not isinstance(value, list) or not all(isinstance(label, str) for label in value):
            raise BrokenFile(f"{self.where}: “{name}” must be a list of texts.")
        return tuple(value)

    def day(self, name):
        value = self.text(name, needed=False)
        try:
            return date.fromisoformat(value[:10]).toordinal() if value else None
        except ValueError as error:
            raise BrokenFile(f"{self.where}: “{name}” must be a day like 2026-01-31.") from error

    def grades(self, name, known):
        value = self.content.get(name)
        if not isinstance(value, dict) or not value:
            raise BrokenFile(f"{self.where}: “{name}” must be {{id of a document: 1–3}}.")
        for one, grade in value.items():
            if one not in known:
                raise BrokenFile(f"{self.where}: there is no document “{one}”.")
            if grade not in (1, 2, 3) or isinstance(grade, bool):
                raise BrokenFile(f"{self.where}: the grade of “{one}” must be 1, 2 or 3.")
        return value


def _document(record):
    return Document(
        id=record.text("id"),
        kind=record.text("kind", needed=False),
        language=record.text("language"),
        title=record.text("title"),
        text=record.text("text", needed=False),
        topics=record.labels("topics"),
        place=record.text("place", needed=False),
        date=record.day("date"),
    )


def _query(record, known):
    return GradedQuery(
        id=record.text("id"),
        of_class=record.text("class"),
        language=record.text("language"),
        text=record.text("text"),
        grades=record.grades("grades", known),
    )


def _refuse_repeated(path, records):
    seen = set()
    for record in records:
        if record.id in seen:
            raise BrokenFile(f"{path}: the id “{record.id}” is there twice.")
        seen.add(record.id)
