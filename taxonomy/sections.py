"""What a topic's page gathers: a registry that apps fill in `AppConfig.ready()`."""

from dataclasses import dataclass

_finders = {}


@dataclass(frozen=True)
class TopicSection:
    """The first `items` about a topic, shown by `template` (in its context as `items`), and the way to all `count`."""

    heading: str
    template: str
    items: list
    count: int
    url: str
    more: str


def register_section(name, find):
    """Show another kind of things on the pages of topics, in the order of registration.

    `find(topic, language)` gives the `TopicSection`, or None where nothing is about the topic.
    """
    _finders[name] = find


def sections_about(topic, language):
    """The `TopicSection`s of what a reader of `language` may see about `topic`."""
    return [section for find in _finders.values() if (section := find(topic, language))]
