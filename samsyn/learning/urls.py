"""Addresses of events."""

from django.urls import path

from samsyn.learning.views import afterwards, calendar, lecturers, manage, news_feeds, pages

app_name = "learning"
urlpatterns = [
    path("kurser/", pages.list, name="list"),
    path("kurser/ny/", manage.new, name="new"),
    path("kurser/anmalan/<str:key>/", pages.guest, name="guest"),
    path("kurser/<slug:slug>/", pages.event, name="event"),
    path("kurser/<slug:slug>/anmal/", pages.register_page, name="register_page"),
    path("kurser/<slug:slug>/anmal-kollegor/", pages.colleagues, name="colleagues"),
    path("kurser/<slug:slug>/anmalan/<int:pk>/svar/", pages.answer, name="answer"),
    path("kurser/<slug:slug>/anmalan/<int:pk>/avboka/", pages.cancel_page, name="cancel_page"),
    path("kurser/<slug:slug>/anmalan/<int:pk>/byt/", pages.swap_page, name="swap_page"),
    path("kurser/<slug:slug>/anmalan/<int:pk>/uppgifter/", pages.details, name="details"),
    path("kurser/<slug:slug>/material/<int:pk>/", pages.material_file, name="material_file"),
    path("kurser/<slug:slug>/redigera/", manage.edit, name="edit"),
    path("kurser/<slug:slug>/program/", manage.programme, name="programme"),
    path("kurser/<slug:slug>/forelasare/<int:pk>/", lecturers.lecturer, name="lecturer"),
    path(
        "kurser/<slug:slug>/forelasare/<int:pk>/avtal/",
        lecturers.agreement_file,
        name="agreement_file",
    ),
    path("kurser/<slug:slug>/oppna/", manage.open_page, name="open_page"),
    path("kurser/<slug:slug>/stall-in/", manage.call_off_page, name="call_off_page"),
    path("kurser/<slug:slug>/deltagare/", manage.participants, name="participants"),
    path("kurser/<slug:slug>/deltagare.xlsx", manage.participants_file, name="participants_file"),
    path("kurser/<slug:slug>/incheckning/", manage.check_in, name="check_in"),
    path("kurser/<slug:slug>/utvardering/resultat/", manage.result, name="result"),
    path("kurser/<slug:slug>/utvardering/", afterwards.evaluation, name="evaluation"),
    path("kurser/<slug:slug>/uppfoljning/", afterwards.follow_up_page, name="follow_up_page"),
    path("kurser/<slug:slug>/intyg.pdf", afterwards.certificate, name="certificate"),
    path(
        "kurser/anmalan/<str:key>/intyg.pdf",
        afterwards.guest_certificate,
        name="guest_certificate",
    ),
    path("intyg/", afterwards.verify, name="verify"),
    path("kompetens/", afterwards.competence, name="competence"),
    path("kalender/", calendar.calendar, name="calendar"),
    path("kalender/adress/", calendar.feed_address, name="feed_address"),
    path("kalender/rss.xml", news_feeds.rss, name="rss"),
    path("kalender/atom.xml", news_feeds.atom, name="atom"),
    path("kalender/omrade/<slug:area>/rss.xml", news_feeds.rss, name="area_rss"),
    path("kalender/omrade/<slug:area>/atom.xml", news_feeds.atom, name="area_atom"),
    path("kurser/<slug:slug>/kalender.ics", calendar.event_file, name="event_file"),
    path("kalender/alla.ics", calendar.open_feed, name="open_feed"),
    path("kalender/omrade/<slug:area>.ics", calendar.open_feed, name="area_feed"),
    path("kalender/min/<str:secret>.ics", calendar.own_feed, name="own_feed"),
]
