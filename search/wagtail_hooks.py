"""What the search adds to the admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from search.admin.choosers import findable_chooser
from search.admin.viewsets import SearchGroup

register_snippet(SearchGroup)


@hooks.register("register_admin_viewset")
def chooser():
    return findable_chooser
