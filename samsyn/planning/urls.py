"""Addresses of planning."""

from django.urls import path

from samsyn.planning.views import compiled, prepare, proposals, votes

app_name = "planning"
urlpatterns = [
    path("forslag/", proposals.proposals, name="proposals"),
    path("forslag/behov/", proposals.new_need, name="new_need"),
    path("forslag/nytt/", proposals.new_proposal, name="new_proposal"),
    path("forslag/liknande/", proposals.similar, name="similar"),
    path("forslag/kriterier/", compiled.criteria, name="criteria"),
    path("forslag/kriterier/<int:pk>/sluta/", compiled.drop, name="drop_criterion"),
    path("forslag/sammanstallning/", compiled.compiled, name="compiled"),
    path("forslag/<str:number>/", proposals.proposal, name="proposal"),
    path("forslag/<str:number>/stod/", proposals.support, name="support"),
    path("forslag/<str:number>/ta-tillbaka/", proposals.withdraw, name="withdraw"),
    path("forslag/<str:number>/yttrande/", prepare.opinion, name="opinion"),
    path("forslag/<str:number>/sla-ihop/", prepare.merge, name="merge"),
    path("forslag/<str:number>/avsla/", prepare.decline, name="decline"),
    path("forslag/<str:number>/for-over/", prepare.carry_over, name="carry_over"),
    path("omrostning/", votes.votes, name="votes"),
    path("omrostning/ny/", votes.new_vote, name="new_vote"),
    path("omrostning/<int:pk>/", votes.vote, name="vote"),
    path("omrostning/<int:pk>/svara/", votes.ballot, name="ballot"),
    path("omrostning/<int:pk>/fragor.pdf", votes.questions_pdf, name="questions_pdf"),
    path("omrostning/<int:pk>/fragor.docx", votes.questions_word, name="questions_word"),
]
