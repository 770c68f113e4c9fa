"""One letter a day or a week in place of many, and the link in it that stops it."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from itertools import groupby

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.core.accounts.interface import User
from samsyn.core.clock.interface import localtime, now
from samsyn.core.mail.interface import queue
from samsyn.core.subscriptions.models import Notice, Rhythm
from samsyn.core.subscriptions.topics import all_topics

STOP_SALT = "samsyn.core.subscriptions.stop"
SENT_FROM = time(7)  # on the clock on the wall; a digest in the night helps nobody
KEPT_DAYS = 90


def send_digests() -> int:
    """Queues today's digest for everybody who has something due; run again the same day it adds nothing."""
    moment = localtime(now())
    if moment.time() < SENT_FROM:
        return 0
    monday = datetime.combine(
        moment.date() - timedelta(days=moment.weekday()), time(), tzinfo=moment.tzinfo
    )
    held = Notice.objects.filter(letter="", user__is_active=True)
    due = held.filter(rhythm=Rhythm.DAILY) | held.filter(rhythm=Rhythm.WEEKLY, made_at__lt=monday)
    rows = due.select_related("user").order_by("user_id", "collaboration_id", "made_at", "pk")
    return sum(
        _send(user, collaboration_id, list(notices), moment)
        for (user, collaboration_id), notices in groupby(
            rows, key=lambda row: (row.user, row.collaboration_id)
        )
    )


@transaction.atomic
def _send(user: User, collaboration_id: int, notices: list[Notice], moment: datetime) -> bool:
    """The letter's key is the day, so two workers make one letter; whoever made it marks what it carries."""
    key = f"digest:{collaboration_id}:{user.pk}:{moment:%Y-%m-%d}"
    queued = queue(
        key=key,
        to=user.email,
        subject=ngettext(
            "%(number)d piece of news in Samsyn",
            "%(number)d pieces of news in Samsyn",
            len(notices),
        )
        % {"number": len(notices)},
        body=_body(user, collaboration_id, notices),
        collaboration_id=collaboration_id,
    )
    if queued:
        Notice.objects.filter(pk__in=[notice.pk for notice in notices], letter="").update(
            letter=key
        )
    return queued


def _body(user: User, collaboration_id: int, notices: Iterable[Notice]) -> str:
    by_topic: dict[str, list[Notice]] = {}
    for notice in notices:
        by_topic.setdefault(notice.topic, []).append(notice)
    parts = []
    for topic in all_topics():
        lines = [f"- {one.title}\n  {one.url}" for one in by_topic.get(topic.code, [])]
        if lines:
            parts.append("\n".join([str(topic.label).upper(), *lines]))
    parts.append(
        _("Stop these letters: %(address)s")
        % {"address": _site() + stop_path(user.pk, collaboration_id)}
    )
    return "\n\n".join(parts) + "\n"


def _site() -> str:
    return str(settings.WAGTAILADMIN_BASE_URL).rstrip("/")


def stop_path(user_id: int, collaboration_id: int) -> str:
    """The page that stops all digests, without signing in."""
    token = signing.dumps([user_id, collaboration_id], salt=STOP_SALT)
    return reverse("core:stop_notices", args=[token])


def read_stop_token(token: str) -> tuple[int, int] | None:
    """The person and the collaboration of a stopping link; None for a link that is not ours."""
    try:
        user_id, collaboration_id = signing.loads(token, salt=STOP_SALT)
    except (signing.BadSignature, ValueError):
        return None
    return user_id, collaboration_id


def erase_old_notices(moment: datetime) -> int:
    """Erases notices made before `moment`, sent or not."""
    erased, _rows = Notice.objects.filter(made_at__lt=moment).delete()
    return erased
