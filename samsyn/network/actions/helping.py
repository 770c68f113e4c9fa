"""Asking for and offering hours, answering, agreeing, and telling how it went."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now, today
from samsyn.network.codes import HelpCheck, HelpState
from samsyn.network.letters import write_about_agreement, write_about_answer, write_about_notice
from samsyn.network.models import HelpAnswer, HelpNotice
from samsyn.organisations.interface import Actor, Office


class HelpRefused(Exception):
    """Why an act on a notice is refused; `code` is one of `messages.HELP_REFUSALS`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@transaction.atomic
def make_help_notice(
    *,
    by: Actor,
    office: Office,
    kind: str,
    area: str,
    purpose: str,
    starts: date,
    ends: date,
    hours: int,
    is_example: bool = False,
) -> HelpNotice:
    """A notice for all members; those who speak for offices with somebody for it get a letter. The caller has checked
    that it is her own office.
    """
    if ends < starts or ends < today():
        raise HelpRefused("days")
    notice = HelpNotice.objects.create(
        collaboration_id=office.collaboration_id,
        office=office,
        kind=kind,
        area=area,
        purpose=purpose,
        starts=starts,
        ends=ends,
        hours=hours,
        is_example=is_example,
        asked_by_id=by.user_id,
    )
    _record(by, "network.help_made", notice)
    write_about_notice(notice)
    return notice


@transaction.atomic
def answer_help_notice(
    *, by: Actor, notice: HelpNotice, office: Office, hours: int, words: str = ""
) -> HelpAnswer:
    """The office's yes; saying it again changes it. Not to one's own notice, and not when it is no longer open."""
    notice = _locked(notice)
    if notice.office_id == office.pk:
        raise HelpRefused("own_notice")
    if notice.state != HelpState.OPEN:
        raise HelpRefused("not_open")
    answer, created = HelpAnswer.objects.update_or_create(
        notice=notice,
        office=office,
        defaults={
            "hours": hours,
            "words": words,
            "answered_by_id": by.user_id,
            "answered_at": now(),
        },
    )
    _record(by, "network.help_answered", notice)
    if created:
        write_about_answer(answer)
    return answer


@transaction.atomic
def agree_on_help(
    *, by: Actor, notice: HelpNotice, answer: HelpAnswer, checks: Collection[str], terms: str
) -> HelpNotice:
    """Two offices agree, when everything on the list is seen to. Agreeing on the same answer again changes nothing."""
    notice = _locked(notice)
    if notice.state == HelpState.AGREED and notice.partner_id == answer.office_id:
        return notice
    if notice.state != HelpState.OPEN:
        raise HelpRefused("not_open")
    if set(checks) != set(HelpCheck.values):
        raise HelpRefused("checks")
    notice.state = HelpState.AGREED
    notice.partner_id = answer.office_id
    notice.hours_agreed = answer.hours
    notice.checks = [check for check in HelpCheck.values if check in checks]
    notice.terms = terms
    notice.agreed_at = now()
    notice.save()
    _record(by, "network.help_agreed", notice)
    write_about_agreement(notice)
    return notice


@transaction.atomic
def finish_help(*, by: Actor, notice: HelpNotice, hours: int) -> HelpNotice:
    """How many hours it became, told by either office."""
    notice = _locked(notice)
    if notice.state not in {HelpState.AGREED, HelpState.DONE}:
        raise HelpRefused("not_agreed")
    notice.state = HelpState.DONE
    notice.hours_done = hours
    notice.save(update_fields=["state", "hours_done"])
    _record(by, "network.help_done", notice)
    return notice


@transaction.atomic
def withdraw_help(*, by: Actor, notice: HelpNotice) -> HelpNotice:
    """Takes a notice back before it is done; twice is once."""
    notice = _locked(notice)
    if notice.state == HelpState.DONE:
        raise HelpRefused("done")
    if notice.state != HelpState.WITHDRAWN:
        notice.state = HelpState.WITHDRAWN
        notice.save(update_fields=["state"])
        _record(by, "network.help_withdrawn", notice)
    return notice


def _locked(notice: HelpNotice) -> HelpNotice:
    return HelpNotice.objects.select_for_update().get(pk=notice.pk)


def _record(by: Actor, verb: str, notice: HelpNotice) -> None:
    record(by=by.user_id, verb=verb, obj=notice, collaboration_id=notice.collaboration_id)
