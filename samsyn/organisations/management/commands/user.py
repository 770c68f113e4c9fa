"""`samsyn user`: makes, lists and disables users."""

import sys
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from samsyn.core.accounts.interface import User
from samsyn.core.clock.interface import today
from samsyn.organisations.actions import add_person, disable_user, enable_user
from samsyn.organisations.models import Collaboration, Membership, Office
from samsyn.organisations.queries import collaboration_by_slug, held_on, office_by_slug
from samsyn.organisations.refusals import Refused
from samsyn.organisations.roles import Role


class Command(BaseCommand):
    help = "Makes, lists, disables and enables users."

    def add_arguments(self, parser: CommandParser) -> None:
        parts = parser.add_subparsers(dest="what", required=True)
        parts.add_parser("list", help="All users with their roles of today.")
        add = parts.add_parser(
            "add", help="Gives an address a role; makes the user when she is new."
        )
        add.add_argument("email")
        add.add_argument("name")
        add.add_argument(
            "--collaboration", required=True, help="Its short name (samsyn collaboration list)."
        )
        add.add_argument("--role", required=True, choices=[role.value for role in Role])
        add.add_argument("--office", help="The office's short name, for a role in an office.")
        add.add_argument(
            "--password",
            action="store_true",
            help="Asks for a password; without it she signs in with an e-mailed code.",
        )
        for word, text in (
            ("disable", "Ends her sessions and keeps her out."),
            ("enable", "Lets her in again."),
        ):
            part = parts.add_parser(word, help=text)
            part.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        what = options["what"]
        if what == "list":
            self._list()
        elif what == "add":
            self._add(options)
        else:
            user = User.objects.filter(email__iexact=options["email"]).first()
            if user is None:
                raise CommandError(f"Nobody signs in as {options['email']}. See: samsyn user list")
            (disable_user if what == "disable" else enable_user)(
                user=user, reason=f"samsyn user {what}"
            )
            self.stdout.write(f"{user.email}: {what}d")

    def _add(self, options: dict[str, Any]) -> None:
        collaboration = collaboration_by_slug(options["collaboration"])
        if collaboration is None:
            raise CommandError(
                f"There is no collaboration {options['collaboration']}. See: samsyn collaboration list"
            )
        try:
            person = add_person(
                by=None,
                collaboration=collaboration,
                email=options["email"],
                name=options["name"],
                role=Role(options["role"]),
                office=_office(collaboration, options["office"]),
                password=_ask_password() if options["password"] else None,
                reason="samsyn user add",
            )
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        self.stdout.write(f"{person.user.email}: {options['role']}")

    def _list(self) -> None:
        held: dict[int, list[str]] = {}
        memberships = Membership.objects.filter(held_on(today())).select_related("person", "office")
        for membership in memberships:
            where = membership.office.slug if membership.office else "-"
            held.setdefault(membership.person.user_id, []).append(f"{membership.role}@{where}")
        for user in User.objects.order_by("email"):
            state = "" if user.is_active else " (disabled)"
            self.stdout.write(f"{user.email}{state}\t{', '.join(held.get(user.pk, []))}")


def _office(collaboration: Collaboration, slug: str | None) -> Office | None:
    if not slug:
        return None
    office = office_by_slug(collaboration, slug)
    if office is None:
        known = ", ".join(collaboration.offices.values_list("slug", flat=True))
        raise CommandError(f"There is no office {slug}. Known: {known or 'none'}")
    return office


def _ask_password() -> str:
    """Asks at the keyboard, or reads one line when the input is not a keyboard."""
    password = getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    try:
        validate_password(password)
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
    return password
