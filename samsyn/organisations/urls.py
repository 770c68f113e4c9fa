"""Addresses of people, offices and access."""

from django.urls import path

from samsyn.organisations.views import (
    collaborations,
    invitations,
    notices,
    offices,
    people,
    reasons,
)

app_name = "organisations"
urlpatterns = [
    path("inbjudan/<str:token>/", invitations.accept_invitation, name="accept_invitation"),
    path("organisation/", offices.organisation, name="organisation"),
    path("organisation/mina-uppgifter/", people.own_details, name="own_details"),
    path("organisation/mina-uppgifter/notiser/", notices.notices, name="notices"),
    path("organisation/personer/", people.people, name="people"),
    path("organisation/personer/bjud-in/", invitations.invite, name="invite_to_collaboration"),
    path("organisation/personer/<int:pk>/", people.person, name="person"),
    path("organisation/uppdrag/<int:pk>/avsluta/", people.end_role, name="end_role"),
    path(
        "organisation/inbjudningar/<int:pk>/dra-tillbaka/",
        invitations.withdraw_invitation,
        name="withdraw_invitation",
    ),
    path("organisation/samverkan/", collaborations.collaborations, name="collaborations"),
    path("organisation/samverkan/ny/", collaborations.collaboration_add, name="collaboration_add"),
    path(
        "organisation/installningar/",
        collaborations.collaboration_change,
        name="collaboration_change",
    ),
    path("organisation/nya-kontor/", collaborations.members_add, name="members_add"),
    path("organisation/<slug:slug>/", offices.office, name="office"),
    path("organisation/<slug:slug>/andra/", offices.office_change, name="office_change"),
    path("organisation/<slug:slug>/bjud-in/", invitations.invite, name="invite"),
    path("roller/", reasons.roles, name="roles"),
    path("varfor/", reasons.why, name="why"),
]
