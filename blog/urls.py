"""Addresses of feeds: Wagtail's own pattern serves only paths that end in a slash."""

from django.urls import re_path

from core.views import serve

urlpatterns = [re_path(r"^((?:[\w-]+/)+(?:rss|atom)\.xml)$", serve, name="blog_feed")]
