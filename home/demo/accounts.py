"""Demo logins. They exist only where DEBUG is on."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ImproperlyConfigured

from members.models import User


@dataclass(frozen=True)
class DemoAccount:
    role: str
    email: str
    password: str


def ensure_accounts():
    """Create the editor's and the administrator's login if missing and return both with their passwords.

    Raises ImproperlyConfigured outside DEBUG: a known password must never reach a real site.
    """
    if not settings.DEBUG:
        raise ImproperlyConfigured("Demo accounts exist only with DEBUG = True.")
    editor = DemoAccount("Editor", "editor@example.org", "editor-demo")
    administrator = DemoAccount("Administrator", "admin@example.org", "admin-demo")
    if not User.objects.filter(email=editor.email).exists():
        user = User.objects.create_user(editor.email, editor.password, name="Ема Редакторова")
        user.groups.set(Group.objects.filter(name__in=["Editors", "Moderators", "Translators"]))
    if not User.objects.filter(email=administrator.email).exists():
        User.objects.create_superuser(administrator.email, administrator.password, name="Антон Администраторов")
    return [editor, administrator]
