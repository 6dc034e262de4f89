"""What the reasons in the ledger are called in the reader's language. The ledger keeps them as short English codes."""

from django.utils.translation import gettext_lazy as _

_labels = {
    "suppressed": _("the address gets no mail any more"),
    "erased": _("erased at the reader's wish"),
    "worker lost": _("the worker was lost meanwhile"),
    "backup restored": _("an older backup was restored"),
    "out of time": _("there was no time left"),
    "connection lost before DATA": _("connection lost before the message was handed over"),
    "connection lost after DATA": _("connection lost after the message was handed over"),
    "backend failed": _("the mail service failed"),
    "backend says nothing": _("the mail service said nothing"),
    "no address that can be mailed": _("no address that can be mailed"),
    "could not be composed": _("the message could not be composed"),
}


def register_labels(labels):
    """Let an app say what the reasons of its own are called: {reason: label}."""
    _labels.update(labels)


def reason_label(reason):
    """The label of a reason. What a server answered, such as “SMTP 451 4.3.0”, stands for itself."""
    return str(_labels.get(reason, reason))
