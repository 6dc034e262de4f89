"""Words that stand in the packages' templates as they are, where no catalogue reaches them."""

from django.template.loaders import app_directories

# What stands there, and what shall. Delete an entry when the package says it through gettext; a test tells.
PHRASES = {
    "wagtailadmin/home.html": ('value="Search"', 'value="{{ _("Search") }}"'),
    "wagtailadmin/shared/header.html": ('value="Search"', 'value="{{ _("Search") }}"'),
    "wagtailadmin/shared/headers/_actions.html": ('aria-label="Actions"', 'aria-label="{{ _("Actions") }}"'),
    "wagtailadmin/shared/user_avatar.html": ("{{ user }}", '{{ user|default_if_none:"" }}'),
    "wagtailimages/chooser/results.html": ('title="Select {%', 'title="{{ _("Select") }} {%'),
}


class Loader(app_directories.Loader):
    """Loads templates of apps, with PHRASES said in the language of whoever reads."""

    def get_contents(self, origin):
        contents = super().get_contents(origin)
        if origin.template_name in PHRASES:
            contents = contents.replace(*PHRASES[origin.template_name])
        return contents
