"""Addresses of the key figures, of open data and of the API."""

from django.urls import URLPattern, path

from samsyn.indicators.views import (
    collecting,
    datasets,
    files,
    keeping,
    pages,
    pxweb,
    report,
    sheets,
)

app_name = "indicators"
_ROUND = "nyckeltal/insamling/<int:year>/"
_REPORT = _ROUND + "<slug:office>/"
_TABLE = "api/v2/tables/<slug:table>"
_SAVED = "api/v2/savedqueries/<slug:key>"
urlpatterns: list[URLPattern] = [
    path("nyckeltal/", pages.overview, name="overview"),
    path("nyckeltal/nytt/", keeping.new_indicator, name="new_indicator"),
    path("nyckeltal/export/", files.export, name="export"),
    path("nyckeltal/insamling/", collecting.collecting, name="collecting"),
    path(_ROUND, collecting.round_page, name="round_page"),
    path(_ROUND + "slapp/", collecting.release, name="release"),
    path(_ROUND + "underlag/", keeping.provenance, name="provenance"),
    path(_REPORT, report.report, name="report"),
    path(_REPORT + "granska/", collecting.review, name="review"),
    path(_REPORT + "mall.xlsx", sheets.sheet, name="sheet"),
    path(_REPORT + "ladda-upp/", sheets.upload, name="upload"),
    path("nyckeltal/kontor/<slug:office>/", pages.office, name="office"),
    path("nyckeltal/kontor/<slug:office>/profil.pdf", files.profile_pdf, name="profile_pdf"),
    path("nyckeltal/<slug:key>/", pages.indicator, name="indicator"),
    path("nyckeltal/<slug:key>/definition/", pages.definition, name="definition"),
    path("nyckeltal/<slug:key>/definition/ny/", keeping.define, name="define"),
    path("nyckeltal/<slug:key>/badda-in/", files.embed, name="embed"),
    path("nyckeltal/<slug:key>/data.<slug:kind>", files.file, name="file"),
    path("nyckeltal/<slug:key>/delning.png", files.share, name="share"),
    path("nyckeltal/<slug:key>/diagram.<slug:kind>", files.chart, name="chart"),
    path("nyckeltal/<slug:key>/<slug:area>/<int:year>/", keeping.revisions, name="revisions"),
    path("nyckeltal/<slug:key>/<slug:area>/<int:year>/ratta/", keeping.correct, name="correct"),
    path("oppna-data/", datasets.open_data, name="open_data"),
    path("datasets/dcat", datasets.dcat, name="dcat"),
    path("datasets/dcat-ap", datasets.dcat_eu, name="dcat_eu"),
    path("api/v2", pxweb.config, name="api"),
    path("api/v2/config", pxweb.config, name="api_config"),
    path("api/v2/tables", pxweb.tables, name="api_tables"),
    path(_TABLE, pxweb.table, name="api_table"),
    path(_TABLE + "/metadata", pxweb.metadata, name="api_metadata"),
    path(_TABLE + "/data", pxweb.data, name="api_data"),
    path(_TABLE + "/defaultselection", pxweb.default_selection, name="api_default_selection"),
    path("api/v2/codelists/<slug:codelist>", pxweb.codelist, name="api_codelist"),
    path("api/v2/savedqueries", pxweb.saved_queries, name="api_saved_queries"),
    path(_SAVED, pxweb.saved_query, name="api_saved_query"),
    path(_SAVED + "/data", pxweb.saved_query_data, name="api_saved_query_data"),
]
