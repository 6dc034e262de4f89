"""Addresses of topics, below a language."""

from django.urls import path

from taxonomy.pages import topic

urlpatterns = [path("topics/<slug:slug>/", topic, name="topic")]
