"""What the key figures tell the ground at start-up."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from samsyn.core.audit.interface import register_verbs
from samsyn.core.registry.interface import (
    NavItem,
    calendar_entries,
    done_work,
    nav_items,
    waiting_items,
)
from samsyn.indicators.latest import done_by
from samsyn.indicators.waiting import calendar_of, waiting_for


def _menu(request: HttpRequest) -> Iterable[NavItem]:
    url = "/nyckeltal/"
    return [
        NavItem(label=str(_("Key figures")), url=url, order=40, audience="visitor", prefix=url),
        NavItem(label=str(_("Key figures")), url=url, order=40, audience="member", prefix=url),
    ]


nav_items.register("indicators.list", _menu)
done_work.register("indicators.done", done_by)
waiting_items.register("indicators.waiting", waiting_for)
calendar_entries.register("indicators.deadlines", calendar_of)
register_verbs(
    {
        "indicators.made": _("made the key figure"),
        "indicators.defined": _("published a definition"),
        "indicators.grouped": _("set a comparison group"),
        "indicators.opened": _("opened the round"),
        "indicators.entered": _("entered a number"),
        "indicators.signed": _("signed off the report"),
        "indicators.returned": _("asked back"),
        "indicators.accepted": _("accepted the report"),
        "indicators.reminded": _("reminded the office"),
        "indicators.released": _("released the round"),
        "indicators.corrected": _("corrected a figure"),
        "indicators.query_saved": _("saved a query"),
        "indicators.recorded": _("recorded what others have published"),
    }
)
