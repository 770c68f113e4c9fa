"""Addresses of the public web and my page."""

from django.urls import path

from samsyn.web.views import health, pages, search, start

app_name = "web"
urlpatterns = [
    path("", start.start, name="start"),
    path("min-sida/", start.my_page, name="my_page"),
    path("sok/", search.search, name="search"),
    path("om/", pages.about, name="about"),
    path("hjalp/", pages.help_page, name="help_page"),
    path("tillganglighet/", pages.accessibility, name="accessibility"),
    path("integritet/", pages.privacy, name="privacy"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", health.robots, name="robots"),
    path("favicon.ico", health.favicon, name="favicon"),
]
