"""Security headers: a strict policy for readers, a separate one for the admin."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from core.embeds import EMBED_FRAME_HOSTS

_FRAMES = " ".join(EMBED_FRAME_HOSTS)

PUBLIC_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "frame-src": _FRAMES,
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}

# Wagtail and wagtail-localize write scripts and styles into their pages, without a nonce. Their page editor shows the
# preview in a frame of its own, pictures that are being uploaded (blob:) and icons in style sheets (data:).
ADMIN_POLICY = PUBLIC_POLICY | {
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "frame-src": f"'self' {_FRAMES}",
    "frame-ancestors": "'self'",
}

# What no page of ours asks a browser for, and what the frames of videos may do once a reader has asked for them.
_NOBODY = ("browsing-topics", "camera", "display-capture", "geolocation", "microphone", "midi", "payment", "usb")
_VIDEOS = ("autoplay", "encrypted-media", "fullscreen", "picture-in-picture")
_PLAYERS = " ".join(f'"{host}"' for host in EMBED_FRAME_HOSTS)
PERMISSIONS_POLICY = ", ".join([f"{name}=()" for name in _NOBODY] + [f"{name}=(self {_PLAYERS})" for name in _VIDEOS])


def public_policy():
    """The policy of readers' pages: `PUBLIC_POLICY`, and pictures from the tile server where the settings name one."""
    tiles = tile_origin(settings.MAP_TILE_URL)
    return PUBLIC_POLICY | ({"img-src": f"'self' {tiles}"} if tiles else {})


def tile_origin(template):
    """The source for `img-src` that allows the tiles of an address such as https://{s}.tiles.example.org/{z}/{x}/{y}."""
    parts = urlsplit(template.replace("{s}.", "*."))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def as_header(policy):
    """A policy as the value of a Content-Security-Policy header."""
    return "; ".join(f"{name} {value}" for name, value in policy.items())


class SecurityHeadersMiddleware:
    """Put the policies on every answer; a view that needs another policy sets the header itself."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.admin_prefix = reverse("wagtailadmin_home")
        self.public, self.admin = as_header(public_policy()), as_header(ADMIN_POLICY)
        self.preview = as_header(public_policy() | {"frame-ancestors": "'self'"})

    def __call__(self, request):
        response = self.get_response(request)
        response.headers["Content-Security-Policy"] = self._policy_for(request, response)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response

    def _policy_for(self, request, response):
        in_admin = request.path_info.startswith(self.admin_prefix)
        chosen = response.headers.get("Content-Security-Policy")
        if in_admin and chosen == self.public:
            # A preview: Wagtail sent a request for the page itself through all middleware, this one included.
            return self.preview
        if chosen:
            return chosen
        return self.admin if in_admin or _is_debug_page(response) else self.public


def _is_debug_page(response):
    """Whether Django answers with one of its own pages about an error, which bring their styles along."""
    return settings.DEBUG and response.status_code in (404, 500)
