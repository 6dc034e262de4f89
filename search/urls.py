"""Addresses of the site's search, below a language."""

from django.urls import path

from search.views import results, results_json, results_rss, suggest_json

urlpatterns = [
    path("search/", results, name="search"),
    path("search/results.json", results_json, name="search_json"),
    path("search/results.rss", results_rss, name="search_rss"),
    path("search/suggest.json", suggest_json, name="search_suggest"),
]
