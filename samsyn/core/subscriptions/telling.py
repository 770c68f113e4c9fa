"""Telling people: at once, held for a digest, or not at all, as each has chosen."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.core.accounts.interface import User
from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now
from samsyn.core.mail.interface import letters_are_held, queue
from samsyn.core.subscriptions.models import Choice, Notice, Rhythm
from samsyn.core.subscriptions.topics import all_topics, topic_of


def choices_of(user_id: int, collaboration_id: int) -> dict[str, str]:
    """How often a person is told of each topic, by its code."""
    chosen = dict(
        Choice.objects.filter(user_id=user_id, collaboration_id=collaboration_id).values_list(
            "topic", "rhythm"
        )
    )
    return {topic.code: chosen.get(topic.code, topic.default.value) for topic in all_topics()}


@transaction.atomic
def choose(*, user_id: int, collaboration_id: int, choices: Mapping[str, str]) -> None:
    """Stores what a person wants. What already waits for a digest of a topic she stops is not sent."""
    before = choices_of(user_id, collaboration_id)
    changed = {code: value for code, value in choices.items() if before[code] != value}
    for code, rhythm in changed.items():
        choice, _made = Choice.objects.update_or_create(
            user_id=user_id,
            collaboration_id=collaboration_id,
            topic=topic_of(code).code,
            defaults={"rhythm": Rhythm(rhythm)},
        )
        held = Notice.objects.filter(
            user_id=user_id, collaboration_id=collaboration_id, topic=code, letter=""
        )
        if rhythm == Rhythm.NEVER:
            held.delete()
        else:  # what waited for the week now goes with the day's letter, or the other way round
            held.update(rhythm=Rhythm.DAILY if rhythm == Rhythm.AT_ONCE else rhythm)
        record(
            by=user_id,
            verb="core.chose_notices",
            obj=choice,
            collaboration_id=collaboration_id,
            subject_id=user_id,
        )


@transaction.atomic
def tell(
    *,
    users: Iterable[User],
    collaboration_id: int,
    topic: str,
    key: str,
    title: str,
    url: str,
    text: str = "",
    needs_answer: bool = False,
    at: str = "",
) -> int:
    """Tells each person once per `key`, by her own choice; returns to how many a letter goes now.

    `url` is a path, `at` the site's address before it. With `needs_answer` (something she must do by a day) the letter
    goes at once whatever she has chosen: nothing that needs her action is held back.
    """
    known = topic_of(topic)
    people = {user.pk: user for user in users if user.is_active}
    chosen = dict(
        Choice.objects.filter(
            user_id__in=people, collaboration_id=collaboration_id, topic=topic
        ).values_list("user_id", "rhythm")
    )
    sent = 0
    for user in people.values():
        rhythm = chosen.get(user.pk, known.default.value)
        if needs_answer:
            rhythm = Rhythm.AT_ONCE
        if rhythm == Rhythm.AT_ONCE:
            sent += queue(
                key=f"notice:{collaboration_id}:{key}:{user.pk}",
                to=user.email,
                subject=title,
                body=_body(text, at + url, needs_answer=needs_answer),
                collaboration_id=collaboration_id,
            )
        elif rhythm != Rhythm.NEVER and not letters_are_held():
            _hold(user.pk, collaboration_id, topic, key, title, at + url, rhythm)
    return sent


def _body(text: str, address: str, *, needs_answer: bool) -> str:
    parts = [text.strip(), address]
    if not needs_answer:
        parts.append(_("How often you get letters: choose under My details in Samsyn."))
    return "\n\n".join(filter(None, parts)) + "\n"


def _hold(
    user_id: int, collaboration_id: int, topic: str, key: str, title: str, address: str, rhythm: str
) -> None:
    Notice.objects.get_or_create(
        user_id=user_id,
        collaboration_id=collaboration_id,
        key=key,
        defaults={
            "topic": topic,
            "rhythm": rhythm,
            "title": title[:200],
            "url": address,
            "made_at": now(),
        },
    )
