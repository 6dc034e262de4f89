"""Addresses that belong to no language."""

from django.urls import path

from core.robots import robots
from core.sitemaps import sitemap_index, sitemap_of, sitemap_part

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<int:part>.xml", sitemap_part, name="sitemap_part"),
    path("sitemap-<slug:name>-<int:part>.xml", sitemap_of, name="sitemap_of"),
]
