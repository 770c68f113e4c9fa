"""Addresses of questions, networks and the directory."""

from django.urls import path

from samsyn.network.views import helping, people, questions

app_name = "network"
urlpatterns = [
    path("fragor/", questions.questions, name="questions"),
    path("fragor/ny/", questions.ask, name="ask"),
    path("fragor/liknande/", questions.similar_questions, name="similar_questions"),
    path("fragor/overenskomna/", questions.agreed, name="agreed"),
    path("fragor/<int:pk>/", questions.question, name="question"),
    path("fragor/<int:pk>/svar/<int:answer>/enas/", questions.agree, name="agree"),
    path("natverk/", people.networks, name="networks"),
    path("natverk/min-profil/", people.profile, name="profile"),
    path("natverk/hjalp/", helping.notices, name="help"),
    path("natverk/hjalp/ny/", helping.new, name="help_new"),
    path("natverk/hjalp/<int:pk>/", helping.notice, name="help_notice"),
    path("natverk/hjalp/<int:pk>/svara/", helping.answer, name="help_answer"),
    path("natverk/hjalp/<int:pk>/enas/<int:answer>/", helping.agree, name="help_agree"),
    path("natverk/hjalp/<int:pk>/timmar/", helping.finish, name="help_finish"),
    path("natverk/hjalp/<int:pk>/ta-tillbaka/", helping.withdraw, name="help_withdraw"),
    path("natverk/<slug:slug>/", people.network, name="network"),
]
