"""Fill the site that `make up` serves, in one process: what the image has in it, and the demonstration with a login."""

import django

from tests.browser.plant import EDITOR


def main():
    """Whatever is done already stays."""
    from django.core.management import call_command

    from members.models import User

    call_command("compile_catalogues", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("prepare_demo", verbosity=0)
    if not User.objects.filter(email=EDITOR[0]).exists():
        User.objects.create_superuser(EDITOR[0], EDITOR[1], name="Ема Редакторова")


if __name__ == "__main__":
    django.setup()
    main()
