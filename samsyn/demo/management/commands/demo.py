"""`samsyn demo`: builds the demo county."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from samsyn.demo import cast
from samsyn.demo.build import build, exists
from samsyn.demo.erase import erase_everything


class Command(BaseCommand):
    help = "Builds the demo county: offices, municipalities and invented people."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--rebuild", action="store_true", help="Erases EVERYTHING in the database first."
        )
        parser.add_argument(
            "--force",
            action="store_true",
            help="Builds outside demo mode too. Its sign-ins have a published password.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO and not options["force"]:
            raise CommandError(
                "This installation is not in demo mode. The demo's sign-ins have a published password, so it is built "
                "only with SAMSYN_DEMO=1. To build it here all the same: samsyn demo --force"
            )
        if options["rebuild"]:
            self.stdout.write("Erasing everything in the database")
            erase_everything()
        elif exists():
            self.stdout.write(
                "The demo county exists already. To build it anew: samsyn demo --rebuild"
            )
            return
        built = build(self.stdout.write)
        self.stdout.write(
            f"Done: {len(built.offices)} offices, {len(built.people)} people. "
            f"Sign in as samordnare@exempel.se with the password {cast.PASSWORD}"
        )
