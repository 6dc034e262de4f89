"""The addresses of the site with those that only DEBUG has."""

from django.urls import include, path

from config import urls

urlpatterns = [path("dev/styleguide/", include("core.styleguide.urls")), *urls.urlpatterns]
