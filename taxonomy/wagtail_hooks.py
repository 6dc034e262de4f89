"""What the taxonomy adds to the admin."""

from wagtail import hooks

from taxonomy.choosers import PlaceChooserViewSet
from taxonomy.viewsets import TaxonomyGroup


@hooks.register("register_admin_viewset")
def taxonomy_group():
    return TaxonomyGroup()


@hooks.register("register_admin_viewset")
def place_chooser():
    return PlaceChooserViewSet()
