"""`samsyn measure`: what `make bench` asks of the program, answered as JSON on the last line."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samsyn.campaigns.interface import count_submissions
from samsyn.demo import measuring


class Command(BaseCommand):
    help = "Makes campaigns for measuring in the demo county, and fills them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["prepare", "fill"])
        parser.add_argument("--questions", type=int, required=True)
        parser.add_argument("--bodies", type=int, default=0, help="How many submissions to write.")
        parser.add_argument("--into", type=Path, help="The file for them, one per line.")
        parser.add_argument("--up-to", type=int, default=0)

    def handle(self, *args: Any, **options: Any) -> None:
        answer = self._prepare(**options) if options["what"] == "prepare" else self._fill(**options)
        self.stdout.write(json.dumps(answer))

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
