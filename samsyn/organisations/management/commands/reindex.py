"""`samsyn reindex`: writes the search index anew from the data."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samsyn.core.registry.interface import search_sources
from samsyn.core.search.interface import rebuild
from samsyn.organisations.models import Collaboration


class Command(BaseCommand):
    help = "Writes the search index anew. After an upgrade the worker does it by itself."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kinds", nargs="*", help="Only these kinds, for example kampanj.")

    def handle(self, *args: Any, **options: Any) -> None:
        known = [source.kind for source in search_sources.providers()]
        unknown = sorted(set(options["kinds"]) - set(known))
        if unknown:
            raise CommandError(
                f"There is no kind {', '.join(unknown)}. The kinds are: {', '.join(known)}."
            )
        for collaboration in Collaboration.objects.order_by("slug"):
            written = rebuild(collaboration.pk, options["kinds"])
            self.stdout.write(f"{collaboration.slug}: {written} documents")
