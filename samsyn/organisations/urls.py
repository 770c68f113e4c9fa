"""Addresses of people, offices and access."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
