"""Addresses of equal supervision."""

from django.urls import path

from samsyn.equality.views import comparisons, pages, ratios

app_name = "equality"
urlpatterns = [
    path("jamlik-tillsyn/", pages.overview, name="overview"),
    path("jamlik-tillsyn/<int:year>/", pages.overview, name="year"),
    path("jamlik-tillsyn/<int:year>.pdf", pages.overview_pdf, name="overview_pdf"),
    path("jamlik-tillsyn/sa-raknas-det/", ratios.methods, name="methods"),
    path("jamlik-tillsyn/nyckeltal/<slug:key>/", ratios.indicator, name="indicator"),
    path("jamlik-tillsyn/kampanj/<slug:slug>/", comparisons.campaign, name="campaign"),
    path(
        "jamlik-tillsyn/kampanj/<slug:slug>/<str:question>/",
        comparisons.question,
        name="question",
    ),
]
