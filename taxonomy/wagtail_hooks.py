"""What the taxonomy adds to the admin."""

from wagtail import hooks

from taxonomy.viewsets import TaxonomyGroup


@hooks.register("register_admin_viewset")
def taxonomy_group():
    return TaxonomyGroup()
