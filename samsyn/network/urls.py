"""Addresses of questions, networks and the directory."""

from django.urls import path

from samsyn.network.views import people, questions

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
    path("natverk/<slug:slug>/", people.network, name="network"),
]
