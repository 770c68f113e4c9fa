"""What each role may, and why somebody may or may not do something."""

from django.http import HttpResponse
from django.shortcuts import render

from samsyn.core.clock.interface import today
from samsyn.organisations import access, queries
from samsyn.organisations.actor import Actor, actor_of
from samsyn.organisations.forms import WhyForm
from samsyn.organisations.http import MemberRequest
from samsyn.organisations.models import Office
from samsyn.organisations.roles import (
    COLLABORATION_ROLES,
    PERMISSION_SENTENCES,
    ROLE_SENTENCES,
    Permission,
    Role,
)
from samsyn.organisations.rules import Answer


def roles(request: MemberRequest) -> HttpResponse:
    """All roles, each in one sentence with what it may; open to everybody who has a role."""
    described = [
        {
            "role": role,
            "sentence": ROLE_SENTENCES[role],
            "in_collaboration": role in COLLABORATION_ROLES,
            "permissions": [
                PERMISSION_SENTENCES[permission] for permission in access.permissions_of_role(role)
            ],
        }
        for role in Role
    ]
    return render(request, "organisations/roles.html", {"roles": described})


def why(request: MemberRequest) -> HttpResponse:
    """Why may, or may not, this person do this? The answer is the rule's own sentence."""
    actor = request.actor
    offices = queries.offices_of(request.collaboration)
    form = WhyForm(
        request.GET if "person" in request.GET else None,
        people=queries.people_explained_to(actor),
        offices=offices,
        initial={"person": actor.pk},
    )
    context: dict[str, object] = {"form": form}
    if form.is_bound and form.is_valid():
        chosen = form.cleaned_data["office"]
        office = next((found for found in offices if str(found.pk) == chosen), None)
        context["answer"] = _explain(
            actor_of(access.get_person_to_explain(actor, int(form.cleaned_data["person"]))),
            Permission(form.cleaned_data["permission"]),
            office,
        )
    return render(request, "organisations/why.html", context)


def _explain(asked: Actor, permission: Permission, office: Office | None) -> dict[str, object]:
    answer: Answer = asked.may(permission, office_id=office.pk if office else None)
    return {
        "allowed": answer.allowed,
        "person": asked.person,
        "permission": PERMISSION_SENTENCES[permission],
        "office": office,
        "role": Role(answer.role) if answer.role else None,
        "role_sentence": ROLE_SENTENCES[answer.role] if answer.role else "",
        "would_need": [
            {
                "role": Role(role),
                "sentence": ROLE_SENTENCES[role],
                "in_collaboration": role in COLLABORATION_ROLES,
            }
            for role in answer.would_need
        ],
        "held": asked.memberships,
        "day": today(),
    }
