"""Letters about exercises: a round has opened, its last day is near, its result can be read."""

from collections.abc import Iterable
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.calibration.models import Round
from samsyn.core.clock.interface import today
from samsyn.core.subscriptions.interface import tell
from samsyn.lib.swedish import format_date
from samsyn.organisations.interface import (
    Permission,
    Person,
    current_memberships,
    roles_that_may,
    site_address_of,
)

TOPIC = "calibration.rounds"
REMINDED_DAYS = 3


def tell_opened(round_: Round) -> None:
    """To all who are invited: there is a case to judge alone."""
    title = _("Judge a case: %(title)s") % {"title": round_.exercise.title}
    text = _(
        "Judge alone, before you talk with anybody about the case. Last day to answer: %(day)s."
    )
    text %= {"day": format_date(round_.deadline)}
    _tell(round_, _invited(round_), "opened", title, text, "case")


def tell_closed(round_: Round) -> None:
    """To those who answered: how the others judged."""
    answered = Person.objects.filter(
        pk__in=round_.sheets.filter(sent_at__isnull=False).values("person_id")
    )
    title = _("The result of %(title)s can be read") % {"title": round_.exercise.title}
    text = _("See how alike you judged, and which question split you.")
    _tell(round_, answered.select_related("user"), "closed", title, text, "exercise")


def remind_of_rounds() -> None:
    """The job of each day: reminds the invited who have not sent their answers, once, some days before the last one."""
    near = Round.objects.filter(
        state=Round.State.OPEN,
        opened_on__lt=today(),
        deadline__range=(today(), today() + timedelta(days=REMINDED_DAYS)),
    ).select_related("exercise__collaboration", "exercise__network")
    for round_ in near:
        sent = set(round_.sheets.filter(sent_at__isnull=False).values_list("person_id", flat=True))
        waited_for = [person for person in _invited(round_) if person.pk not in sent]
        title = _("Your judgement is missing: %(title)s") % {"title": round_.exercise.title}
        text = _("Last day to answer: %(day)s. Only you see what you answer.")
        text %= {"day": format_date(round_.deadline)}
        _tell(round_, waited_for, f"reminded:{round_.deadline}", title, text, "case")


def _invited(round_: Round) -> list[Person]:
    exercise = round_.exercise
    offices = exercise.invited.values("office_id")
    held = current_memberships(exercise.collaboration).filter(
        role__in=roles_that_may(Permission.REPORT_SUBMISSIONS), office__in=offices
    )
    wanted = set(held.values_list("person_id", flat=True))
    if exercise.network is not None:
        wanted |= set(exercise.network.members.values_list("person_id", flat=True))
    return list(Person.objects.filter(pk__in=wanted).select_related("user"))


def _tell(
    round_: Round, people: Iterable[Person], what: str, title: str, text: str, page: str
) -> None:
    exercise = round_.exercise
    place = [exercise.slug] if page == "exercise" else [exercise.slug, round_.number]
    tell(
        users=[person.user for person in people if person.user],
        collaboration_id=exercise.collaboration_id,
        topic=TOPIC,
        key=f"calibration:{round_.pk}:{what}",
        title=title,
        text=text,
        url=reverse(f"calibration:{page}", args=place),
        at=site_address_of(exercise.collaboration),
    )
