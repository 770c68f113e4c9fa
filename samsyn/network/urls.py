"""Addresses of questions, networks and the directory."""

from django.urls import path

from samsyn.network.views import helping, networks, people, questions, reviews, sharing

app_name = "network"
urlpatterns = [
    path("fragor/", questions.questions, name="questions"),
    path("fragor/ny/", questions.ask, name="ask"),
    path("fragor/liknande/", questions.similar_questions, name="similar_questions"),
    path("fragor/overenskomna/", questions.agreed, name="agreed"),
    path("fragor/<int:pk>/", questions.question, name="question"),
    path("fragor/<int:pk>/svar/<int:answer>/vagledning/", sharing.share, name="share"),
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
    path("natverk/nytt/", networks.propose, name="propose"),
    path("natverk/<slug:slug>/", networks.network, name="network"),
    path("natverk/<slug:slug>/andra/", networks.change, name="network_change"),
    path("natverk/<slug:slug>/besluta/", networks.decide, name="network_decide"),
    path("natverk/<slug:slug>/brev/", networks.write, name="network_write"),
    path("natverk/<slug:slug>/filer/ny/", networks.file_add, name="network_file_add"),
    path("natverk/<slug:slug>/filer/<int:pk>/", networks.file, name="network_file"),
    path(
        "natverk/<slug:slug>/filer/<int:pk>/ta-bort/",
        networks.file_remove,
        name="network_file_remove",
    ),
    path("granskning/", reviews.reviews, name="reviews"),
    path("granskning/ny/", reviews.wish, name="wish"),
    path("granskning/lardomar/", reviews.lessons, name="lessons"),
    path("granskning/onskemal/<int:pk>/ta-tillbaka/", reviews.wish_withdraw, name="wish_withdraw"),
    path(
        "granskning/onskemal/<int:pk>/med/<int:other>/",
        reviews.propose_review,
        name="review_propose",
    ),
    path("granskning/<int:pk>/", reviews.review, name="review"),
    path("granskning/<int:pk>/planera/", reviews.plan, name="review_plan"),
    path("granskning/<int:pk>/anteckningar/", reviews.notes, name="review_notes"),
    path("granskning/<int:pk>/steg/", reviews.step, name="review_step"),
]
