"""Where a link may lead, besides pages: a registry that apps fill in `AppConfig.ready()`."""

from dataclasses import dataclass

from django.urls import reverse

_targets = {}


@dataclass(frozen=True)
class Target:
    """A part of the site with an address of its own; `label` may be lazy, `view_name` is reversed when shown."""

    name: str
    label: str
    view_name: str
    query: str = ""

    @property
    def url(self):
        address = reverse(self.view_name)
        return f"{address}?{self.query}" if self.query else address


def register_target(name, *, label, view_name, query=""):
    """Offer editors `view_name`, asked with `query`, as a target of links under the stable key `name`."""
    _targets[name] = Target(name, label, view_name, query)


def get_target(name):
    """The registered target, or None when the app that had it is gone."""
    return _targets.get(name)


def target_choices():
    return [(target.name, target.label) for target in _targets.values()]
