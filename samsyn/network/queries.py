"""Reading questions, networks and profiles."""

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet, Sum

from samsyn.core.clock.interface import now, today
from samsyn.lib.swedish import swedish_order
from samsyn.network.codes import HelpKind, HelpState
from samsyn.network.models import Answer, HelpNotice, Network, NetworkLetter, Profile, Question
from samsyn.network.rules import (
    LETTERS_PER_DAY,
    LETTERS_PER_PERSON_AND_DAY,
    WAITS_TOO_LONG,
)
from samsyn.organisations.interface import (
    Actor,
    Collaboration,
    Membership,
    Office,
    Person,
    holders_of,
    members_of,
    site_address_of,
)

A_DAY = timedelta(days=1)


def questions_about(subject_type: str, subject_id: str) -> QuerySet[Question]:
    """The questions about one row of a higher package: those that wait first, then newest first."""
    return (
        Question.objects.filter(subject_type=subject_type, subject_id=subject_id)
        .select_related("office", "asked_by")
        .prefetch_related("answers__answered_by")
        .order_by("-state", "-asked_at")
    )


def waiting_about(subject_type: str, subject_id: str) -> int:
    """How many questions about a row wait for an answer."""
    return Question.objects.filter(
        subject_type=subject_type, subject_id=subject_id, state=Question.State.WAITING
    ).count()


def open_questions(collaboration: Collaboration, *, area: str = "") -> QuerySet[Question]:
    """The questions that are about no row of a higher package: those that wait first, then newest first."""
    found = Question.objects.filter(collaboration=collaboration, subject_type="")
    if area:
        found = found.filter(area=area)
    return (
        found.select_related("office")
        .prefetch_related("answers__answered_by", "answers__shared")
        .order_by("-state", "-asked_at")
    )


def questions_resting_on(collaboration: Collaboration, slug: str) -> QuerySet[Question]:
    """The answered questions that name a guidance document by its address, or whose answer stands at its clause."""
    path = f"/handlaggarstod/{slug}/"
    named = Q(law__startswith=path) | Q(law__startswith=site_address_of(collaboration) + path)
    shared = Answer.objects.filter(shared__clause__document__slug=slug).values("question_id")
    answered = open_questions(collaboration).filter(state=Question.State.ANSWERED)
    return answered.filter(named | Q(pk__in=shared))


def agreed_answers(collaboration: Collaboration) -> QuerySet[Answer]:
    """The answers that the collaboration has agreed on, newest first."""
    return (
        Answer.objects.filter(question__collaboration=collaboration, agreed_at__isnull=False)
        .select_related("question")
        .order_by("-agreed_at")
    )


def asked_by(user_id: int, collaboration_id: int) -> QuerySet[Question]:
    """A person's own questions, newest first; those about a row of a higher package have their subject with them."""
    return Question.objects.filter(collaboration_id=collaboration_id, asked_by_id=user_id).order_by(
        "-asked_at"
    )


def settled_since(day: date, collaboration_id: int, subject_type: str = "") -> list[Answer]:
    """The latest settling answer of each question answered since a day, newest first; of those about no row of a higher
    package, or about rows of one kind.
    """
    answers = Answer.objects.filter(
        question__collaboration_id=collaboration_id,
        question__subject_type=subject_type,
        settles=True,
        answered_at__date__gte=day,
    )
    latest: dict[int, Answer] = {}
    for answer in answers.select_related("question").order_by("-answered_at"):
        latest.setdefault(answer.question_id, answer)
    return list(latest.values())


def waiting_too_long(collaboration_id: int) -> QuerySet[Question]:
    """Questions that nobody has settled in five days."""
    return Question.objects.filter(
        collaboration_id=collaboration_id,
        subject_type="",
        state=Question.State.WAITING,
        asked_at__lte=now() - WAITS_TOO_LONG,
    )


def networks_of(collaboration: Collaboration) -> QuerySet[Network]:
    """The thematic networks with contact and members."""
    return (
        Network.objects.filter(collaboration=collaboration)
        .select_related("contact__user")
        .prefetch_related("members__person__user")
    )


def active_networks(collaboration: Collaboration) -> QuerySet[Network]:
    """The networks that something can be arranged for."""
    return Network.objects.filter(collaboration=collaboration, state=Network.State.ACTIVE)


def networks_seen_by(actor: Actor, *, runs: bool) -> QuerySet[Network]:
    """The networks that are or were active; a proposed one is seen by who proposed it and who decides (`runs`)."""
    found = networks_of(actor.collaboration)
    if runs:
        return found
    waiting = Q(state=Network.State.PROPOSED) & ~Q(contact_id=actor.pk)
    return found.exclude(waiting).exclude(
        Q(state=Network.State.CLOSED) & ~Q(members__person_id=actor.pk)
    )


def members_now(network: Network) -> list[Person]:
    """The network's members who are members of the collaboration today, with their offices, in Swedish order."""
    people = members_of(network.collaboration).filter(pk__in=network.members.values("person_id"))
    return sorted(people, key=lambda person: swedish_order(person.name))


def letters_left(network: Network, actor: Actor) -> int:
    """How many letters she can still write to the network within a day."""
    recent = NetworkLetter.objects.filter(network=network, sent_at__gt=now() - A_DAY)
    return max(
        0,
        min(
            LETTERS_PER_DAY - recent.count(),
            LETTERS_PER_PERSON_AND_DAY - recent.filter(sender_id=actor.pk).count(),
        ),
    )


def directory(
    collaboration: Collaboration,
    *,
    area: str = "",
    hosts: bool = False,
    lends: bool = False,
    office: str = "",
    words: str = "",
) -> list[Profile]:
    """Members of today with a profile, by what they let others see; a filter never finds what is not shown.

    `office` is a short name of an address; `words` are looked for in name, languages and what she can be asked about.
    """
    stored = Profile.objects.filter(person__in=holders_of(collaboration))
    profiles = [profile for profile in stored if profile.shown]
    people = members_of(collaboration).in_bulk([profile.person_id for profile in profiles])
    found = []
    for profile in profiles:
        profile.person = people[profile.person_id]
        if area and not (profile.shows("areas") and area in profile.areas):
            continue
        if hosts and not (profile.shows("hosts") and profile.hosts):
            continue
        if lends and not (profile.shows("lends_hours") and profile.lends_hours):
            continue
        if office and office not in {one.office.slug for one in _held(profile) if one.office}:
            continue
        if words and words.casefold() not in _said(profile):
            continue
        found.append(profile)
    return sorted(found, key=lambda profile: profile.person.name)


def help_notices(collaboration: Collaboration) -> QuerySet[HelpNotice]:
    """All notices of help, the next to begin first, with their answers."""
    return (
        HelpNotice.objects.filter(collaboration=collaboration)
        .select_related("office", "partner")
        .prefetch_related("answers__office")
    )


def current_help(collaboration: Collaboration) -> QuerySet[HelpNotice]:
    """Those that are open or agreed and not over."""
    return help_notices(collaboration).filter(
        state__in=(HelpState.OPEN, HelpState.AGREED), ends__gte=today()
    )


def lent_hours(collaboration: Collaboration, year: int) -> tuple[int, int]:
    """How many times an office helped another in a year, and the hours it became."""
    done = HelpNotice.objects.filter(
        collaboration=collaboration, state=HelpState.DONE, ends__year=year
    ).aggregate(n=Count("pk"), hours=Sum("hours_done"))
    return done["n"], done["hours"] or 0


def backups_for(notice: HelpNotice) -> list[Profile]:
    """People of other offices who show that they know the area and that their hours can be lent."""
    found = directory(notice.collaboration, area=notice.area, lends=True)
    return [one for one in found if notice.office_id not in _offices_of(one)]


def offices_that_can(notice: HelpNotice) -> list[Office]:
    """The offices to write to: those of the backups; of an offer nobody needs a letter."""
    if notice.kind == HelpKind.OFFER:
        return []
    wanted = {pk for one in backups_for(notice) for pk in _offices_of(one)}
    return list(Office.objects.filter(pk__in=wanted))


def _offices_of(profile: Profile) -> set[int]:
    return {one.office_id for one in _held(profile) if one.office_id}


def _held(profile: Profile) -> list[Membership]:
    held: list[Membership] = profile.person.current_roles  # type: ignore[attr-defined]
    return held


def _said(profile: Profile) -> str:
    """Her name and what she shows in words, to look in."""
    shown = [getattr(profile, name) for name in ("languages", "ask_me") if profile.shows(name)]
    return " ".join([profile.person.name, *shown]).casefold()


def answered_help(offices: Collection[Office]) -> QuerySet[HelpNotice]:
    """Open notices of these offices that somebody has answered."""
    if not offices:
        return HelpNotice.objects.none()
    return HelpNotice.objects.filter(
        office__in=offices, state=HelpState.OPEN, ends__gte=today(), answers__isnull=False
    ).distinct()
