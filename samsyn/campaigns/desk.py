"""The desk at which a field app's submission is taken: who sends it, for which office, with which form.

Finding all that takes ten questions to the database; a field app sends many submissions with the same answers to them.
So a desk is kept per process, and before each use one statement asks whether everything that it rests on still holds.
"""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from samsyn.campaigns.access import get_campaign_to_report_in
from samsyn.campaigns.devices import hash_of
from samsyn.campaigns.models import Campaign, CampaignForm, Participation
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.rules import Reporting, may_report
from samsyn.core.clock.interface import today
from samsyn.organisations.interface import Actor, Office

MOST_DESKS = 2_000
# Whatever could take away the right to report, or change how: the key, its owner, her roles of today, the campaign's
# state and the office's answer. Roles are never changed in place, only given and ended, so number and sum tell them.
_FACTS = """
SELECT k.ended_at, u.is_active, c.state, c.collaboration_id, p.takes_part,
       (SELECT COUNT(*) FROM organisations_membership m
         WHERE m.person_id = k.person_id AND m.starts <= %s AND (m.ends IS NULL OR m.ends > %s)),
       (SELECT SUM(m.id) FROM organisations_membership m
         WHERE m.person_id = k.person_id AND m.starts <= %s AND (m.ends IS NULL OR m.ends > %s)),
       f.version
  FROM campaigns_devicekey k
  JOIN organisations_person o ON o.id = k.person_id
  JOIN core_user u ON u.id = o.user_id
  JOIN campaigns_campaignform f ON f.id = %s
  JOIN campaigns_campaign c ON c.id = f.campaign_id
  LEFT JOIN campaigns_participation p ON p.campaign_id = c.id AND p.office_id = %s
 WHERE k.key_hash = %s
"""

Facts = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that is known before the answers are read. `reporting` may say no, and why."""

    actor: Actor
    campaign: Campaign
    office: Office
    form_pk: int
    form_version: str
    reporting: Reporting


_KEPT: dict[tuple[str, str, str, str], tuple[Desk, Facts]] = {}


def open_desk(actor: Actor, slug: str, office_slug: str | None, version: str) -> Desk:
    """Asks everything anew: 404 and 403 as for any page, `Refused` for a version that the campaign never had."""
    campaign, office = get_campaign_to_report_in(actor, actor.collaboration, slug, office_slug)
    form = CampaignForm.objects.filter(campaign=campaign, version=version).values_list("pk").first()
    if form is None:
        raise Refused("other_version", {"version": version[:40]})
    answer = Participation.objects.filter(campaign=campaign, office=office)
    takes_part = answer.values_list("takes_part", flat=True).first()
    reporting = may_report(campaign.state, takes_part=takes_part)
    return Desk(actor, campaign, office, form[0], version, reporting)


def kept_desk(key: str, slug: str, office_slug: str, version: str) -> Desk | None:
    """The desk that this key used before, if all that it rests on still holds."""
    name = (hash_of(key), slug, office_slug, version)
    kept = _KEPT.get(name)
    if kept is None:
        return None
    desk, facts = kept
    if _facts(desk, name[0], today()) == facts:
        return desk
    _KEPT.pop(name, None)
    return None


def keep_desk(desk: Desk, key: str, slug: str, office_slug: str) -> None:
    """Keeps a desk for the next submission with the same key; only of a campaign of the person's own collaboration."""
    if desk.campaign.collaboration_id != desk.actor.collaboration_id:
        return
    if len(_KEPT) >= MOST_DESKS:
        _KEPT.clear()
    key_hash = hash_of(key)
    facts = _facts(desk, key_hash, today())
    if facts:
        _KEPT[key_hash, slug, office_slug, desk.form_version] = (desk, facts)


def _facts(desk: Desk, key_hash: str, day: date) -> Facts:
    with connection.cursor() as cursor:
        cursor.execute(_FACTS, [day, day, day, day, desk.form_pk, desk.office.pk, key_hash])
        return tuple(cursor.fetchone() or ())
