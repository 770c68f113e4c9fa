"""Addresses of campaigns."""

from django.urls import path

from samsyn.campaigns.views import (
    design,
    exports,
    fill,
    imports,
    manage,
    objects,
    offices,
    pages,
    receive,
    report,
    results,
    setup,
    sharing,
    talk,
    totals,
)

app_name = "campaigns"
_IMPORT = "kampanjer/<slug:slug>/kontor/<slug:office>/import/"
_REPORT = "kampanjer/<slug:slug>/rapport/"
urlpatterns = [
    path("kampanjer/", pages.list, name="list"),
    path("kampanjer/ny/", manage.new, name="new"),
    path("kampanjer/<slug:slug>/", pages.overview, name="overview"),
    path("kampanjer/<slug:slug>/delning.png", sharing.share, name="share"),
    path("kampanjer/<slug:slug>/redigera/", manage.edit, name="edit"),
    path("kampanjer/<slug:slug>/objektstyper/", setup.object_types, name="object_types"),
    path("kampanjer/<slug:slug>/viktiga-dagar/", setup.dates, name="dates"),
    path("kampanjer/<slug:slug>/projektgrupp/", setup.group, name="group"),
    path("kampanjer/<slug:slug>/oppna-for/", setup.open_to, name="open_to"),
    path("kampanjer/<slug:slug>/oppna-for/ta-bort/", setup.close_to, name="close_to"),
    path("kampanjer/<slug:slug>/lage/", manage.move, name="move"),
    path("kampanjer/<slug:slug>/beslut/", manage.decision, name="decision"),
    path("kampanjer/<slug:slug>/checklista/valj/", manage.choose, name="choose"),
    path("kampanjer/<slug:slug>/kontor/", offices.offices, name="offices"),
    path("kampanjer/<slug:slug>/vad-den-kan-visa/", design.design, name="design"),
    path("kampanjer/<slug:slug>/kontor/<slug:office>/", offices.office, name="office"),
    path(
        "kampanjer/<slug:slug>/kontor/<slug:office>/deltagande/",
        offices.participation,
        name="participation",
    ),
    path(
        "kampanjer/<slug:slug>/kontor/<slug:office>/paminn/",
        offices.remind_office,
        name="remind_office",
    ),
    path(f"{_IMPORT}", imports.imports, name="imports"),
    path(f"{_IMPORT}<int:pk>/", imports.object_import, name="object_import"),
    path(
        f"{_IMPORT}<int:pk>/rader.csv",
        imports.object_import_problems,
        name="object_import_problems",
    ),
    path(
        f"{_IMPORT}<int:pk>/ta-in/", imports.object_import_carry_out, name="object_import_carry_out"
    ),
    path("kampanjer/<slug:slug>/kontor/<slug:office>/summor/", totals.totals, name="totals"),
    path(
        "kampanjer/<slug:slug>/kontor/<slug:office>/summor/ta-tillbaka/",
        totals.totals_withdraw,
        name="totals_withdraw",
    ),
    path(
        "kampanjer/<slug:slug>/kontor/<slug:office>/nytt/",
        fill.new_submission,
        name="new_submission",
    ),
    path("kampanjer/<slug:slug>/kontor/<slug:office>/<uuid:pk>/", fill.fill, name="fill"),
    path("kampanjer/<slug:slug>/kontor/<slug:office>/<uuid:pk>/utkast/", fill.draft, name="draft"),
    path("kampanjer/<slug:slug>/formular/<int:pk>.xml", fill.form_xml, name="form_xml"),
    path("kampanjer/<slug:slug>/formular/<int:pk>.json", fill.form_meta, name="form_meta"),
    path("kampanjer/<slug:slug>/submission", receive.submission, name="receive"),
    path(
        "kampanjer/<slug:slug>/objekt/<uuid:pk>/", objects.submission_page, name="submission_page"
    ),
    path("kampanjer/<slug:slug>/objekt/<uuid:pk>/protokoll.pdf", objects.record, name="record"),
    path("kampanjer/<slug:slug>/objekt/<uuid:pk>/ta-tillbaka/", objects.withdraw, name="withdraw"),
    path(
        "kampanjer/<slug:slug>/objekt/<uuid:pk>/foton/<str:name>",
        objects.attachment,
        name="attachment",
    ),
    path(
        "kampanjer/<slug:slug>/objekt/<uuid:pk>/sidolagt/<int:aside>/",
        objects.settle,
        name="settle",
    ),
    path("kampanjer/<slug:slug>/checklista/", talk.checklist, name="checklist"),
    path("kampanjer/<slug:slug>/fragor/", talk.questions, name="questions"),
    path("kampanjer/<slug:slug>/fragor/<int:question>/", talk.answer, name="answer"),
    path("kampanjer/<slug:slug>/material/", talk.material, name="material"),
    path("kampanjer/<slug:slug>/material/<int:pk>/", talk.material_file, name="material_file"),
    path("kampanjer/<slug:slug>/resultat/", results.result, name="result"),
    path(
        "kampanjer/<slug:slug>/resultat/rapporter.<slug:kind>",
        exports.export_rows,
        name="export_rows",
    ),
    path(
        "kampanjer/<slug:slug>/resultat/rapporter-dataordbok.csv",
        exports.export_dictionary,
        name="export_dictionary",
    ),
    path("kampanjer/<slug:slug>/resultat/korstabell/", results.crosstab, name="crosstab"),
    path("kampanjer/<slug:slug>/resultat/tabell.csv", exports.export_table, name="export_table"),
    path(f"{_REPORT}", report.report, name="report"),
    path(f"{_REPORT}utkast/", report.report_draft, name="report_draft"),
    path(f"{_REPORT}siffror/", report.report_renew, name="report_renew"),
    path(f"{_REPORT}remiss/", report.report_comments, name="report_comments"),
    path(f"{_REPORT}fardig/", report.report_finish, name="report_finish"),
    path(f"{_REPORT}oppna/", report.report_reopen, name="report_reopen"),
    path(f"{_REPORT}avsnitt/<slug:key>/", report.report_section, name="report_section"),
    path(f"{_REPORT}kommentera/<slug:office>/", report.report_comment, name="report_comment"),
    path(f"{_REPORT}kommentar/<int:pk>/", report.report_reply, name="report_reply"),
    path(f"{_REPORT}rapport.pdf", report.report_file, name="report_file"),
    path(f"{_REPORT}siffror.csv", report.report_data, name="report_data"),
]
