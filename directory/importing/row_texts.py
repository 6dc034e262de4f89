"""The texts of a row: cleaned, freed from contacts, in their languages, divided into summary and story."""

from directory.importing.cleaning import texts
from directory.importing.cleaning.contacts import cut_contacts, mask
from directory.importing.cleaning.languages import UNKNOWN, as_tag, detect
from directory.importing.reasons import Problem
from directory.importing.targets import Target
from directory.models.texts import NAME_LENGTH, SUMMARY_LENGTH

PARTS = (Target.TEXT, Target.SUMMARY, Target.STORY)
_LONGEST_LINE = 2000


def clean_line(text, field, problems, limit=NAME_LENGTH):
    """One line of plain text without contacts, at most `limit` characters."""
    text = texts.to_line(texts.decode(text[:_LONGEST_LINE]))
    text, cut = cut_contacts(text)
    if cut:
        problems.append(Problem(field, mask(text), "contact"))
    if len(text) > limit:
        problems.append(Problem(field, text, "long", {"limit": limit}))
        text = text[: limit - 1].rstrip() + "…"
    return text


class RowTexts:
    """Gathers the texts of one row: `add` what the columns have, then `values` are the fields of the profile."""

    def __init__(self, language, problems):
        self._language, self._problems = language, problems
        self._found = {}  # language: {"name" | "summary" | "story": text}
        self._unmarked = []
        self.name = ""

    def add(self, target, language, text):
        if target == Target.NAME and not language:
            self.name = self.name or clean_line(text, Target.NAME, self._problems)
        elif target == Target.NAME:
            self._part(language)["name"] = clean_line(text, f"name:{language}", self._problems)
        elif language:
            self._divide(target, language, texts.decode(text))
        else:
            self._unmarked.append((target, texts.decode(text)))

    def values(self, original):
        """{field: value}; `original` is the original's language where the row tells it."""
        detected = self._add_unmarked(as_tag(original) or as_tag(self._language))
        languages = [code for code, parts in self._found.items() if parts.get("summary") or parts.get("story")]
        only = languages[0] if len(languages) == 1 else ""
        values = {
            "name": self.name,
            "original_language": as_tag(original) or as_tag(self._language) or detected or only or UNKNOWN,
        }
        for language, parts in self._found.items():
            if parts.get("name") == self.name:
                parts["name"] = ""
            values |= {f"text:{language}:{part}": text for part, text in parts.items() if text}
        return values

    def _add_unmarked(self, language):
        """Find out the language of texts without a mark and add them; returns what was found out, or ""."""
        if not self._unmarked:
            return ""
        language = language or detect("\n".join(texts.to_plain(text) for _target, text in self._unmarked)[:3000])
        for target, text in self._unmarked:
            parts = self._found.get(language, {})
            if parts.get("summary") or (parts.get("story") and target != Target.SUMMARY):
                before = dict(parts)
                self._found[language] = {}
                self._divide(target, language, text)
                if any(before.get(part) != value for part, value in self._found[language].items()):
                    self._problems.append(Problem("text", text[:2] + "…", "text_twice"))
                self._found[language] = before
            else:
                self._divide(target, language, text)
        return "" if language == UNKNOWN else language

    def _divide(self, target, language, text):
        field = f"{target.value}:{language}"
        if len(text) > texts.LONGEST_STORY:
            self._problems.append(Problem(field, "", "long", {"limit": texts.LONGEST_STORY}))
            text = text[: texts.LONGEST_STORY]
        plain, cut = cut_contacts(texts.to_plain(text))
        story, cut_from_story = texts.to_story(text) if target != Target.SUMMARY else ("", 0)
        if cut or cut_from_story:
            self._problems.append(Problem(field, mask(plain), "contact"))
        parts = self._part(language)
        line = " ".join(plain.split())
        if target == Target.STORY:
            parts["story"] = story
        elif len(line) <= SUMMARY_LENGTH and not (target == Target.TEXT and _has_links(story)):
            # A summary that is marked as one keeps its lines.
            parts["summary"] = plain if target == Target.SUMMARY else line
        else:
            parts["summary"] = texts.summarise(line, SUMMARY_LENGTH)
            if target == Target.TEXT:
                parts["story"] = story
            elif not parts.get("story"):
                parts["story"] = texts.to_story(text)[0]

    def _part(self, language):
        return self._found.setdefault(language, {})


def _has_links(story):
    return "<a " in story
