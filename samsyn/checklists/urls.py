"""Addresses of checklists. A version is its number; a draft is the word utkast."""

from django.urls import path

from samsyn.checklists.views import pages, publishing, workbooks

app_name = "checklists"
_VERSION = "checklistor/<slug:slug>/version/<slug:version>/"
urlpatterns = [
    path("checklistor/", pages.list, name="list"),
    path("checklistor/exempel.xlsx", workbooks.example, name="example"),
    path("checklistor/ny/", publishing.new, name="new"),
    path("checklistor/<slug:slug>/", pages.checklist, name="checklist"),
    path("checklistor/<slug:slug>/ladda-upp/", workbooks.upload, name="upload"),
    path("checklistor/<slug:slug>/publicera/", publishing.publish, name="publish"),
    path("checklistor/<slug:slug>/jamfor/", pages.compare, name="compare"),
    path(_VERSION, pages.version, name="version"),
    path(f"{_VERSION}pdf/", workbooks.paper, name="paper"),
    path(f"{_VERSION}xlsx/", workbooks.download, name="download"),
    path(f"{_VERSION}ta-ur-bruk/", publishing.withdraw, name="withdraw"),
    path(f"{_VERSION}egna-fragor/<slug:office>/", workbooks.local, name="local"),
]
