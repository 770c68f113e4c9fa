"""Addresses of equal supervision."""

from django.urls import path

from samsyn.equality.views import pages

app_name = "equality"
urlpatterns = [
    path("jamlik-tillsyn/", pages.overview, name="overview"),
    path("jamlik-tillsyn/<int:year>/", pages.overview, name="year"),
    path("jamlik-tillsyn/<int:year>.pdf", pages.overview_pdf, name="overview_pdf"),
]
