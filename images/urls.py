"""Addresses of pictures, below a language."""

from django.urls import path

from images.views import social_picture

urlpatterns = [path("social/<slug:kind>/<int:pk>-<slug:digest>.png", social_picture, name="social_picture")]
