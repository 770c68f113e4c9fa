"""Addresses of campaigns."""

from django.urls import path

from samsyn.campaigns.views import fill, manage, objects, offices, pages, receive, results, talk

app_name = "campaigns"
urlpatterns = [
    path("kampanjer/", pages.list, name="list"),
    path("kampanjer/ny/", manage.new, name="new"),
    path("kampanjer/<slug:slug>/", pages.overview, name="overview"),
    path("kampanjer/<slug:slug>/redigera/", manage.edit, name="edit"),
    path("kampanjer/<slug:slug>/lage/", manage.move, name="move"),
    path("kampanjer/<slug:slug>/beslut/", manage.decision, name="decision"),
    path("kampanjer/<slug:slug>/checklista/valj/", manage.choose, name="choose"),
    path("kampanjer/<slug:slug>/kontor/", offices.offices, name="offices"),
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
]
