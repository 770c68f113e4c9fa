"""Collaborations, offices and municipalities. `by=None` is the program itself (a command, the demo)."""

from django.db import transaction

from samsyn.core.audit.interface import record, snapshot
from samsyn.organisations.actor import Actor
from samsyn.organisations.editing import keep_site, prepare_editing
from samsyn.organisations.hosts import forget_hosts
from samsyn.organisations.models import Collaboration, Municipality, Office
from samsyn.organisations.refusals import Refused
from samsyn.organisations.roles import Permission
from samsyn.organisations.rules import RESERVED_SLUGS
from samsyn.organisations.searching import index_office


@transaction.atomic
def make_collaboration(
    *,
    by: Actor | None,
    slug: str,
    name: str,
    county: str,
    host: str | None = None,
    is_default: bool = False,
    is_demo: bool = False,
    contact_email: str = "",
    mission: str = "",
    reason: str = "",
) -> Collaboration:
    """A new collaboration with its page tree and editors. Raises Refused when its names are taken."""
    _check_keeper(by, Permission.ADMINISTER)
    if Collaboration.objects.filter(slug=slug).exists():
        raise Refused("slug_taken")
    if host and Collaboration.objects.filter(host=host).exists():
        raise Refused("host_taken")
    if is_default and Collaboration.objects.filter(is_default=True).exists():
        raise Refused("second_default")
    made = Collaboration.objects.create(
        slug=slug,
        name=name,
        county=county,
        host=host or None,
        is_default=is_default,
        is_demo=is_demo,
        contact_email=contact_email,
        mission=mission,
    )
    prepare_editing(made)
    transaction.on_commit(forget_hosts)
    record(
        by=by.user_id if by else None,
        verb="organisations.make_collaboration",
        obj=made,
        before={},
        collaboration_id=made.pk,
        reason=reason,
    )
    return made


@transaction.atomic
def change_collaboration(
    *,
    by: Actor,
    collaboration: Collaboration,
    name: str,
    county: str,
    host: str,
    contact_email: str,
    mission: str,
    film_address: str,
) -> Collaboration:
    """New names, host, front page and film. Only an administrator moves it to another host name."""
    _check_keeper(by, Permission.RUN_COLLABORATION, Permission.ADMINISTER)
    if by.collaboration_id != collaboration.pk:
        raise Refused("other_collaboration")
    if (host or None) != collaboration.host:
        _check_keeper(by, Permission.ADMINISTER)
        if host and Collaboration.objects.filter(host=host).exclude(pk=collaboration.pk).exists():
            raise Refused("host_taken")
    before = snapshot(collaboration)
    collaboration.name, collaboration.county = name, county
    collaboration.host, collaboration.contact_email = host or None, contact_email
    collaboration.mission, collaboration.film_address = mission, film_address
    collaboration.save()
    keep_site(collaboration)
    transaction.on_commit(forget_hosts)
    record(
        by=by.user_id,
        verb="organisations.change_collaboration",
        obj=collaboration,
        before=before,
        collaboration_id=collaboration.pk,
    )
    return collaboration


@transaction.atomic
def make_office(
    *,
    by: Actor | None,
    collaboration: Collaboration,
    slug: str,
    name: str,
    short_name: str,
    kind: Office.Kind = Office.Kind.ENVIRONMENTAL_OFFICE,
    email: str = "",
    reason: str = "",
) -> Office:
    """A new member organisation. Raises Refused when its short name is taken or is an address of ours."""
    _check_keeper(by, Permission.RUN_COLLABORATION, Permission.ADMINISTER)
    if slug in RESERVED_SLUGS or collaboration.offices.filter(slug=slug).exists():
        raise Refused("slug_taken")
    made = Office.objects.create(
        collaboration=collaboration,
        slug=slug,
        name=name,
        short_name=short_name,
        kind=kind,
        email=email,
    )
    _record(by, "make_office", made, collaboration, reason=reason)
    index_office(made)
    return made


@transaction.atomic
def make_municipality(
    *,
    by: Actor | None,
    office: Office,
    code: str,
    name: str,
    tile_column: int = 0,
    tile_row: int = 0,
    reason: str = "",
) -> Municipality:
    """A municipality that an office works for; `code` is the official four digits."""
    _check_keeper(by, Permission.RUN_COLLABORATION, Permission.ADMINISTER)
    if Municipality.objects.filter(code=code).exists():
        raise Refused("code_taken")
    made = Municipality.objects.create(
        code=code, name=name, office=office, tile_column=tile_column, tile_row=tile_row
    )
    _record(by, "make_municipality", made, office.collaboration, reason=reason)
    index_office(office)
    return made


@transaction.atomic
def change_office(*, by: Actor, office: Office, name: str, short_name: str, email: str) -> Office:
    """New names and address of an office; its short name in addresses stays, so that links do."""
    _check_keeper(by, Permission.RUN_COLLABORATION, Permission.ADMINISTER)
    before = snapshot(office)
    office.name, office.short_name, office.email = name, short_name, email
    office.save()
    record(
        by=by.user_id,
        verb="organisations.change_office",
        obj=office,
        before=before,
        collaboration_id=office.collaboration_id,
    )
    index_office(office)
    return office


def _check_keeper(by: Actor | None, *permissions: Permission) -> None:
    if by is not None and not any(by.may(permission) for permission in permissions):
        raise Refused("not_yours_to_keep")


def _record(
    by: Actor | None, verb: str, made: Office | Municipality, where: Collaboration, *, reason: str
) -> None:
    record(
        by=by.user_id if by else None,
        verb=f"organisations.{verb}",
        obj=made,
        before={},
        collaboration_id=where.pk,
        reason=reason,
    )
