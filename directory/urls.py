"""Addresses of the directory, below a language. Those of profiles are in `directory.mentions`, too."""

from django.urls import path

from directory.views import profile, profiles

urlpatterns = [
    path("directory/", profiles, name="directory"),
    path("directory/<slug:slug>/", profile, name="directory_profile"),
]
