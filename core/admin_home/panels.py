"""The panels of the dashboard that Wagtail doesn't have."""

from wagtail.admin.ui.components import Component

from core.admin_home import notices, registry
from core.board.registry import State
from core.board.selectors import all_rows, count
from core.board.views import PERMISSION

WAITING = (State.STALE, State.DRAFT, State.MISSING)


class NoticesPanel(Component):
    name = "notices"
    template_name = "core/admin_home/notices.html"
    order = 10

    def get_context_data(self, parent_context):
        return {"notices": notices.current(parent_context["request"])}


class DraftsPanel(Component):
    name = "my_drafts"
    template_name = "core/admin_home/drafts.html"
    order = 230

    def get_context_data(self, parent_context):
        return {"drafts": registry.my_drafts(parent_context["request"].user)}


class ScheduledPanel(Component):
    name = "scheduled"
    template_name = "core/admin_home/scheduled.html"
    order = 245

    def get_context_data(self, parent_context):
        return {"scheduled": registry.all_scheduled(parent_context["request"].user)}


class TranslationsPanel(Component):
    """How many translations wait, and the most urgent of them. Nothing for who has no board."""

    name = "translations"
    template_name = "core/admin_home/translations.html"
    order = 240

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        if not user.has_perm(PERMISSION):
            return {"shown": False}
        rows = all_rows(user)
        numbers = count(rows)
        waiting = [
            (row, code, cell)
            for row in rows
            for code, cell in row.cells.items()
            if cell.state in WAITING and (cell.url or cell.action)
        ]
        return {
            "shown": True,
            "counts": [(state, numbers[state]) for state in WAITING if numbers[state]],
            "waiting": waiting[: registry.SHOWN],
            "csrf_token": parent_context.get("csrf_token"),
        }
