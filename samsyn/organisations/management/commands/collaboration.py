"""`samsyn collaboration`: makes and lists collaborations."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samsyn.organisations.actions import make_collaboration
from samsyn.organisations.models import Collaboration
from samsyn.organisations.refusals import Refused


class Command(BaseCommand):
    help = "Makes or lists the collaborations of this installation."

    def add_arguments(self, parser: CommandParser) -> None:
        parts = parser.add_subparsers(dest="what", required=True)
        parts.add_parser("list", help="All collaborations with their host names.")
        add = parts.add_parser("add", help="Makes a collaboration.")
        add.add_argument("slug", help="Short name, for example jonkoping.")
        add.add_argument("name", help="For example 'Miljösamverkan Jönköpings län'.")
        add.add_argument("--county", required=True, help="For example 'Jönköpings län'.")
        add.add_argument("--host", help="The host name it answers at.")
        add.add_argument(
            "--default", action="store_true", help="Answers for unknown host names too."
        )
        add.add_argument("--contact", default="", help="E-mail shown to visitors.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "list":
            self._list()
            return
        try:
            made = make_collaboration(
                by=None,
                slug=options["slug"],
                name=options["name"],
                county=options["county"],
                host=options["host"],
                is_default=options["default"],
                contact_email=options["contact"],
                reason="samsyn collaboration add",
            )
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        self.stdout.write(f"{made.slug}: {made.name}")

    def _list(self) -> None:
        for found in Collaboration.objects.order_by("slug"):
            marks = " (default)" if found.is_default else ""
            self.stdout.write(f"{found.slug}\t{found.host or '-'}\t{found.name}{marks}")
