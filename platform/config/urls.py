"""Every address of the site."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from core.views import serve as serve_page
from members.views import AccountView

urlpatterns = [
    path("", RedirectView.as_view(url=f"/{settings.LANGUAGE_CODE}/")),
    path("", include("core.urls")),
    path("", include("mailing.urls")),
    path("admin/account/", never_cache(require_admin_access(AccountView.as_view()))),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]

if settings.DEBUG:
    urlpatterns += [
        path("dev/inbox/", include("core.inbox.urls")),
        path("dev/styleguide/", include("core.styleguide.urls")),
    ]

if settings.DEBUG or settings.SERVE_MEDIA:
    urlpatterns += [
        path(
            f"{settings.MEDIA_URL.lstrip('/')}{folder}/<path:path>",
            serve,
            {"document_root": settings.MEDIA_ROOT / folder},
        )
        for folder in settings.PUBLIC_MEDIA_FOLDERS
    ]

urlpatterns += i18n_patterns(
    path("", include("images.urls")),
    path("", include("search.urls")),
    path("", include("directory.urls")),
    path("", include("newsletters.urls")),
    path("", include("taxonomy.urls")),
    path("", include("blog.urls")),
    *(pattern for pattern in wagtail_urls.urlpatterns if pattern.name != "wagtail_serve"),
    re_path(wagtail_urls.serve_pattern, serve_page, name="wagtail_serve"),
)

handler400 = "core.errors.bad_request"
handler403 = "core.errors.forbidden"
handler404 = "core.errors.not_found"
handler500 = "core.errors.server_error"
