"""Addresses of newsletters, below a language."""

from django.urls import path

from newsletters.views import access, confirm, preferences, subscribe, unsubscribe

urlpatterns = [
    path("newsletters/", subscribe.subscribe, name="newsletters"),
    path("newsletters/sent/", subscribe.sent, name="newsletters_sent"),
    path("newsletters/confirm/<str:token>/", confirm.confirm, name="newsletters_confirm"),
    path("newsletters/preferences/<str:token>/", preferences.preferences, name="newsletters_preferences"),
    path("newsletters/preferences/<str:token>/link/", preferences.fresh_link, name="newsletters_fresh_link"),
    path("newsletters/unsubscribe/<str:token>/", unsubscribe.unsubscribe, name="newsletters_unsubscribe"),
    path("newsletters/data/<str:token>/", access.access, name="newsletters_access"),
    path("newsletters/data/<str:token>/export/", access.export, name="newsletters_export"),
    path("newsletters/address/<str:token>/", access.address, name="newsletters_address"),
]
