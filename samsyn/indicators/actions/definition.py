"""Making an indicator, and publishing what it means."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from samsyn.core.audit.interface import record
from samsyn.indicators.models import ComparisonGroup, Component, Definition, Indicator
from samsyn.indicators.refusals import Refused
from samsyn.indicators.rules import RESERVED_KEYS
from samsyn.organisations.interface import Actor, Collaboration, Office


@transaction.atomic
def make_indicator(
    *, by: Actor | None, collaboration: Collaboration, key: str, **values: Any
) -> Indicator:
    """A new indicator. Its key is never reused and never changed; numbers in lists come and go."""
    if key in RESERVED_KEYS:
        raise Refused("key_reserved", {"key": key})
    if Indicator.objects.filter(collaboration=collaboration, key=key).exists():
        raise Refused("key_taken", {"key": key})
    indicator = Indicator.objects.create(
        collaboration=collaboration,
        key=key,
        # Made from the key, so that the catalogue's identifier survives a rebuilt database.
        uuid=uuid5(NAMESPACE_URL, f"samsyn:{collaboration.slug}:indicator:{key}"),
        **values,
    )
    _log(by, "indicators.made", indicator)
    return indicator


@transaction.atomic
def publish_definition(
    *,
    by: Actor | None,
    indicator: Indicator,
    components: Iterable[Mapping[str, Any]] = (),
    **values: Any,
) -> Definition:
    """The next version of a definition. Rounds already open, and figures already published, keep theirs."""
    last = indicator.definitions.order_by("-version").first()
    if last is not None and not values.get("change_note", "").strip():
        raise Refused("change_note_needed")
    definition = Definition.objects.create(
        indicator=indicator,
        version=last.version + 1 if last else 1,
        made_by_id=by.user_id if by else None,
        **values,
    )
    Component.objects.bulk_create(Component(definition=definition, **one) for one in components)
    _log(by, "indicators.defined", indicator, {"version": definition.version})
    return definition


@transaction.atomic
def introduce_indicator(
    *,
    by: Actor,
    collaboration: Collaboration,
    key: str,
    about: Mapping[str, Any],
    meaning: Mapping[str, Any],
    components: Iterable[Mapping[str, Any]],
) -> Definition:
    """A new indicator with its first definition at once: collected from the next round on.

    `about` are the indicator's own fields (subject, owner), `meaning` the definition's.
    """
    indicator = make_indicator(by=by, collaboration=collaboration, key=key, **about)
    return publish_definition(by=by, indicator=indicator, components=components, **meaning)


@transaction.atomic
def set_comparison_group(
    *,
    by: Actor | None,
    collaboration: Collaboration,
    key: str,
    name: str,
    reason: str,
    offices: Iterable[Office],
    is_example: bool = False,
) -> ComparisonGroup:
    """Which offices are alike, and why. A group without a reason is refused."""
    if not reason.strip():
        raise Refused("reason_needed")
    group, _created = ComparisonGroup.objects.update_or_create(
        collaboration=collaboration,
        key=key,
        defaults={"name": name, "reason": reason.strip(), "is_example": is_example},
    )
    group.offices.set(offices)
    record(
        by=by.user_id if by else None,
        verb="indicators.grouped",
        obj=group,
        collaboration_id=collaboration.pk,
    )
    return group


def _log(
    by: Actor | None, verb: str, indicator: Indicator, details: Mapping[str, Any] | None = None
) -> None:
    record(
        by=by.user_id if by else None,
        verb=verb,
        obj=indicator,
        collaboration_id=indicator.collaboration_id,
        details=details,
    )
