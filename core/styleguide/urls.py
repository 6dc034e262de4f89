from django.urls import path

from core.styleguide.views import styleguide, styleguide_css

urlpatterns = [
    path("", styleguide, name="styleguide"),
    path("tokens.css", styleguide_css, name="styleguide_css"),
]
