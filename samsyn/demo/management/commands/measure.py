"""`samsyn measure`: what `make bench` asks of the program, answered as JSON on the last line."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samsyn.campaigns.interface import count_submissions
from samsyn.demo import (
    measuring,
    measuring_figures,
    measuring_registrations,
    measuring_search,
    measuring_statistics,
)


class Command(BaseCommand):
    help = "Makes campaigns, key figures and documents for measuring, and fills them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=sorted(self._made()))
        parser.add_argument("--questions", type=int, default=20)
        for name in ("--offices", "--indicators", "--years"):
            parser.add_argument(name, type=int, default=1)
        parser.add_argument("--bodies", type=int, default=0, help="How many submissions to write.")
        parser.add_argument("--into", type=Path, help="The file for them, one per line.")
        parser.add_argument("--first", type=int, default=0)
        parser.add_argument("--up-to", type=int, default=0)
        parser.add_argument("--people", type=int, default=0, help="How many officers register.")
        parser.add_argument("--number", type=int, default=1, help="Which course for measuring.")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(json.dumps(self._made()[options["what"]](**options)))

    def _made(self) -> dict[str, Callable[..., Any]]:
        return {
            "prepare": self._prepare,
            "fill": self._fill,
            "figures": self._figures,
            "course": self._course,
            "documents": self._documents,
            "search": self._search,
            "statistics": lambda **_: {"rows": measuring_statistics.measured()},
        }

    def _prepare(self, *, questions: int, bodies: int, into: Path | None, **_: Any) -> Any:
        if bodies and into is None:
            raise CommandError("Say with --into where the submissions are to be written.")
        campaign, senders = measuring.prepare(questions=questions)
        form = measuring.form_of(campaign)
        if into is not None:
            made = (measuring.body(campaign, form, i, questions=questions) for i in range(bodies))
            into.write_bytes(b"\n".join(made))
        return {"slug": campaign.slug, "senders": [asdict(sender) for sender in senders]}

    def _fill(self, *, questions: int, up_to: int, **_: Any) -> Any:
        campaign = measuring.campaign_for(questions=questions)
        measuring.fill(campaign, questions=questions, up_to=up_to, tell=self.stderr.write)
        return {"slug": campaign.slug, "submissions": count_submissions(campaign)}

    def _figures(self, *, offices: int, indicators: int, years: int, **_: Any) -> Any:
        measuring_figures.fill(
            offices=offices, indicators=indicators, years=years, tell=self.stderr.write
        )
        return {"host": measuring_figures.HOST, "cells": offices * indicators * years}

    def _course(self, *, number: int, people: int, **_: Any) -> Any:
        return {
            "slug": measuring_registrations.open_course(number=number, seats=people * 2),
            "sessions": measuring_registrations.signed_in_officers(people),
        }

    def _documents(self, *, first: int, up_to: int, **_: Any) -> Any:
        made = measuring_search.fill(first=first, up_to=up_to, tell=self.stderr.write)
        return {"documents": made}

    def _search(self, **_: Any) -> Any:
        return {"rows": measuring_search.ask()}
