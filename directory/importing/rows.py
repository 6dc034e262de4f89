"""What an entry of a file would make of a profile: pure planning, nothing is written."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from datetime import date

from directory.importing.cleaning.links import clean_links
from directory.importing.positions import find_place, find_position
from directory.importing.reasons import Problem
from directory.importing.row_texts import RowTexts, clean_line
from directory.importing.row_words import RowWords
from directory.importing.targets import FLAGS, PER_LANGUAGE, Target
from directory.models import Visibility
from directory.models.imports import VALUE_LENGTH

_YES, _NO = {"yes", "true", "1", "да", "y"}, {"no", "false", "0", "не", "n", ""}
_SLUG = re.compile(r"[a-z0-9][a-z0-9_\-]{0,159}")
_YEARS = range(1800, 2101)


@dataclass
class Plan:
    """`values` are the fields of the profile as JSON has them; with `refused` there are none."""

    line: int
    source_id: str = ""
    name: str = ""
    values: dict = field(default_factory=dict)
    problems: list = field(default_factory=list)
    refused: bool = False

    @property
    def digest(self):
        """Differs whenever anything does that the import would bring."""
        return hashlib.sha1(
            json.dumps(self.values, sort_keys=True, ensure_ascii=False).encode(), usedforsecurity=False
        ).hexdigest()

    def refuse(self, problem):
        self.problems.append(problem)
        self.values, self.refused = {}, True
        return self


class Planner:
    """Makes plans of the records of one run. `publish` says that what it imports is to be public."""

    def __init__(self, mapping, lookup, *, publish):
        self._mapping, self._lookup, self._publish = mapping, lookup, publish

    def plan(self, record):
        plan = Plan(record.line, problems=list(record.problems))
        given, texts, columns = self._read(record, plan)
        plan.name, plan.source_id = texts.name, given.get(Target.SOURCE_ID, "").strip()
        if fault := record.fault or self._identity_fault(plan):
            return plan.refuse(fault)
        position, problems, fault = find_position(record, given)
        plan.problems += problems
        if fault:
            return plan.refuse(fault)
        plan.values = texts.values(given.get(Target.ORIGINAL_LANGUAGE, ""))
        if not plan.values["name"]:
            return plan.refuse(Problem("name", "", "no_name"))
        self._add_place(plan, given, position)
        self._add_links(plan, given)
        plan.values |= RowWords(self._mapping, self._lookup, plan).values(columns, given)
        self._add_facts(plan, given)
        return plan

    def _read(self, record, plan):
        """({target: text}, RowTexts, [(column, target, text)]): the first column with a text counts."""
        given, columns = {}, []
        texts = RowTexts(self._mapping.language, plan.problems)
        found = [
            (column, value, target)
            for column, value in record.values.items()
            if (target := self._mapping.target_of(column))
        ]
        order = self._mapping.order
        for column, value, (target, language) in sorted(found, key=lambda item: order.get(item[0], len(order))):
            value = self._without_phrases(value)
            if not value.strip():
                continue
            if target in PER_LANGUAGE:
                texts.add(target, language, value)
                continue
            columns.append((column, target, value))
            if target in (Target.WEBSITE, Target.LINKS):
                given[target] = " ; ".join(filter(None, [given.get(target, ""), value]))
            else:
                given.setdefault(target, value.strip())
        return given, texts, columns

    def _without_phrases(self, value):
        for phrase in self._mapping.remove:
            value = value.replace(phrase, "")
        return value

    def _identity_fault(self, plan):
        if not plan.source_id:
            return Problem("source_id", "", "no_id")
        if len(plan.source_id) > VALUE_LENGTH:
            plan.source_id = plan.source_id[:VALUE_LENGTH]
            return Problem("source_id", plan.source_id, "long_id")
        return None

    def _add_place(self, plan, given, position):
        given = given | {
            target: clean_line(given[target], target.value, plan.problems, 120)
            for target in (Target.LOCALITY, Target.PROVINCE, Target.COUNTRY)
            if target in given
        }
        place, locality, position, problems = find_place(given, position, self._lookup, plan.name)
        plan.problems += problems
        latitude, longitude = position or (None, None)
        plan.values |= {"place": place, "locality": locality, "latitude": latitude, "longitude": longitude}

    def _add_links(self, plan, given):
        websites, problems = clean_links(given.get(Target.WEBSITE, ""), "website")
        links, more_problems = clean_links(given.get(Target.LINKS, ""), "links")
        plan.problems += problems + more_problems
        if self._mapping.covers(Target.WEBSITE):
            plan.values["website"] = websites[0] if websites else ""
        if self._mapping.covers(Target.LINKS) or websites[1:]:
            plan.values["links"] = list(
                dict.fromkeys(link for link in (*websites[1:], *links) if link not in websites[:1])
            )

    def _add_facts(self, plan, given):
        for target, read in _READERS.items():
            if self._mapping.covers(target):
                text = given.get(target, "")
                value, code = read(text)
                if code:
                    plan.problems.append(Problem(target.value, clean_line(text, target.value, []), code))
                plan.values[target.value] = value
        published = given.get(Target.PUBLISHED, "yes").strip().casefold() not in _NO
        plan.values.pop(Target.PUBLISHED.value, None)
        if self._publish:
            plan.values["live"] = published


def _read_flag(text):
    text = text.casefold()
    return text in _YES, "" if text in _YES | _NO else "not_choice"


def _read_year(text):
    if not text:
        return None, ""
    year = int(text) if re.fullmatch(r"[0-9]{4}", text) else 0
    return (year, "") if year in _YEARS else (None, "not_number")


def _read_date(text):
    if not text:
        return "", ""
    try:
        return date.fromisoformat(text[:10]).isoformat(), ""
    except ValueError:
        return "", "not_date"


def _read_visibility(text):
    return (
        (text or Visibility.PUBLIC.value, "")
        if text in ("", *Visibility.values)
        else (Visibility.PUBLIC.value, "not_choice")
    )


def _read_slug(text):
    return (text, "") if not text or _SLUG.fullmatch(text) else ("", "not_choice")


def _read_slugs(text):
    slugs = [slug.strip() for slug in text.split(";") if slug.strip()]
    return [slug for slug in slugs if _SLUG.fullmatch(slug)], ""


_READERS = {
    Target.FOUNDED: _read_year,
    Target.VISIBILITY: _read_visibility,
    Target.SLUG: _read_slug,
    Target.FORMER_SLUGS: _read_slugs,
    Target.CONFIRMED_ON: _read_date,
    **dict.fromkeys(FLAGS, _read_flag),
}
