"""Reading exercises. Other people's answers leave this package only counted, never with a name."""

from django.db.models import Count, Prefetch, Q, QuerySet

from samsyn.calibration.models import Exercise, InvitedOffice, Key, Round, Sheet
from samsyn.organisations.interface import Actor, Collaboration, Permission


def exercises_seen_by(actor: Actor) -> QuerySet[Exercise]:
    """The exercises of her collaboration: all for the coordinator, else those with a round that has been opened."""
    if not actor.may(Permission.SEE_MEMBER_PAGES):
        return Exercise.objects.none()
    found = Exercise.objects.filter(collaboration_id=actor.collaboration_id)
    if not actor.may(Permission.RUN_COLLABORATION):
        opened = Round.objects.exclude(state=Round.State.DRAFT)
        found = found.filter(pk__in=opened.values("exercise_id"))
    return found.select_related("collaboration", "network").prefetch_related(
        Prefetch("rounds", with_answers()),
        Prefetch("invited", InvitedOffice.objects.select_related("office")),
    )


def exercises_of(collaboration: Collaboration) -> QuerySet[Exercise]:
    """All exercises of a collaboration, for what is told of the county as a whole."""
    found = Exercise.objects.filter(collaboration=collaboration).order_by("made_at", "pk")
    return found.prefetch_related(Prefetch("rounds", with_answers()))


def with_answers() -> QuerySet[Round]:
    """Rounds with the number of officers who answered in time (`answered`)."""
    in_time = Q(sheets__sent_at__isnull=False, sheets__is_late=False)
    return (
        Round.objects.select_related("version")
        .annotate(answered=Count("sheets", filter=in_time))
        .prefetch_related("keys")
    )


def sheet_of(actor: Actor, round_: Round) -> Sheet | None:
    """Her own sheet in a round."""
    return Sheet.objects.filter(round=round_, person_id=actor.pk).first()


def own_sheets(actor: Actor, exercise: Exercise) -> dict[int, Sheet]:
    """Her own sheets in an exercise, by round."""
    found = Sheet.objects.filter(round__exercise=exercise, person_id=actor.pk)
    return {sheet.round_id: sheet for sheet in found}


def sheets_that_count(round_: Round) -> list[Sheet]:
    """The sheets of those who answered in time, in an order that says nothing of who came first."""
    in_time = round_.sheets.filter(sent_at__isnull=False, is_late=False)
    return list(in_time.select_related("office").order_by("person_id"))


def keys_of(round_: Round) -> dict[str, Key]:
    """The keys of a round by question."""
    return {key.question: key for key in round_.keys.select_related("shared")}


def rounds_waiting_for(actor: Actor) -> list[Round]:
    """The rounds that are open for answers in her collaboration and that she has not sent."""
    sent = Sheet.objects.filter(person_id=actor.pk, sent_at__isnull=False).values("round_id")
    rounds = (
        Round.objects.filter(
            exercise__collaboration_id=actor.collaboration_id, state=Round.State.OPEN
        )
        .exclude(pk__in=sent)
        .select_related("exercise__network")
        .prefetch_related("exercise__invited")
    )
    return [one for one in rounds if one.takes_answers]
