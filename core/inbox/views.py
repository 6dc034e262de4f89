"""The local inbox: what the site would have sent. Only where DEBUG is on."""

from functools import wraps

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from core.inbox import reader

# A mail's styles may stay, as in a mail program; nothing else in it may do anything, nor be fetched.
MAIL_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"
)
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def only_in_debug(view):
    """A second lock: even if somebody includes the addresses, they answer only where DEBUG is on."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not settings.DEBUG:
            raise Http404
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        return response

    return guarded


@only_in_debug
@require_safe
def show_list(request):
    return _page(request, "core/inbox/list.html", {"mails": reader.read_all()})


@only_in_debug
@require_safe
def show_mail(request, name):
    return _page(request, "core/inbox/mail.html", {"mail": _find(name)})


@only_in_debug
@require_safe
@xframe_options_sameorigin
def show_html(request, name):
    return HttpResponse(_find(name).html, headers={"Content-Security-Policy": MAIL_POLICY})


@only_in_debug
@require_POST
def delete_all(request):
    reader.delete_all()
    return redirect("inbox:list")


def _find(name):
    mail = reader.read(name)
    if mail is None:
        raise Http404
    return mail


def _page(request, template, context):
    response = render(request, template, context)
    response.headers["Content-Security-Policy"] = PAGE_POLICY
    return response
