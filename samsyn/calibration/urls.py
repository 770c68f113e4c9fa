"""Addresses of exercises."""

from django.urls import path

from samsyn.calibration.views import answering, manage, meeting, pages

app_name = "calibration"
_ROUND = "samsyn/<slug:slug>/omgang/<int:number>/"
urlpatterns = [
    path("samsyn/", pages.list, name="list"),
    path("samsyn/ny/", manage.new, name="new"),
    path("samsyn/sa-raknas-det/", pages.methods, name="methods"),
    path("samsyn/<slug:slug>/", pages.exercise, name="exercise"),
    path("samsyn/<slug:slug>/resultat.csv", pages.result_file, name="result_file"),
    path("samsyn/<slug:slug>/redigera/", manage.edit, name="edit"),
    path("samsyn/<slug:slug>/ny-omgang/", manage.new_round, name="new_round"),
    path(_ROUND, answering.case, name="case"),
    path(f"{_ROUND}filer/<int:pk>/", answering.case_file, name="case_file"),
    path(f"{_ROUND}redigera/", manage.round_page, name="round_page"),
    path(f"{_ROUND}fraga/<str:question>/", manage.key, name="key"),
    path(f"{_ROUND}oppna/", manage.open_page, name="open_page"),
    path(f"{_ROUND}stang/", manage.close_page, name="close_page"),
    path(f"{_ROUND}visa/", meeting.present, name="present"),
    path(f"{_ROUND}visa/<str:question>/", meeting.agree_page, name="agree_page"),
    path(f"{_ROUND}visa/<str:question>/lanssvar/", meeting.share_page, name="share_page"),
]
