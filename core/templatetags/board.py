"""Words of the translation board."""

from django import template
from django.utils.text import capfirst
from django.utils.translation import pgettext

from core.board.registry import COUNTED, Action, State
from core.languages.names import language_name

register = template.Library()


@register.simple_tag
def state_label(state):
    return State(state).label


@register.simple_tag
def states_label(state, number):
    """What so many translations in this state are called, without the number."""
    return COUNTED[state] % number


@register.simple_tag
def action_label(action):
    return Action(action).label


@register.simple_tag
def open_label(cell):
    """What the link of a cell is called: work that was begun is gone on with."""
    if cell.state in (State.STALE, State.DRAFT) and not cell.action:
        return pgettext("link on the translation board", "Continue")
    return pgettext("link on the translation board", "Open")


@register.simple_tag
def language_of(code):
    return capfirst(language_name(code))
