"""The table of forms, answers and expected outcomes that the server, ODK's engine and our renderer must agree on.

Each case is a small form as rows of an XLSForm, what a person answers (`answers`, then perhaps changes: `then`), and what
must come of it: all relevant answers by path (`values`), faults by path, and the questions not asked (`hidden`).
`client` holds what only the filling client can know, which the server takes as it comes.
Where the engine, our renderer or the server comes to something else (`engine`, `renderer`, `server`), or the server keeps
what ODK's engine sends for review (`review`), `differs` says why that is accepted; `renderer.untold` says why a case
cannot be filled in by hand there.
"""

import tomllib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from samsyn.lib.xform import FormDefinition, Workbook, compile_form

MOMENT = datetime(2026, 11, 23, 14, 30, tzinfo=ZoneInfo("Europe/Stockholm"))
LISTS = {"val": ["a", "b", "c"]}
UNLABELLED = ("calculate", "hidden", "end group", "end repeat")


@dataclass(frozen=True)
class Case:
    """One row of the table; answers are nested as the form is, a repeat being a list of rounds."""

    sheet: str
    name: str
    form: list[dict[str, str]]
    values: dict[str, str]
    answers: dict[str, Any] = field(default_factory=dict)
    then: dict[str, Any] = field(default_factory=dict)
    client: dict[str, Any] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)
    review: dict[str, str] = field(default_factory=dict)
    engine: dict[str, Any] = field(default_factory=dict)
    server: dict[str, Any] = field(default_factory=dict)
    renderer: dict[str, Any] = field(default_factory=dict)
    differs: str = ""

    def workbook(self) -> Workbook:
        lists = {**LISTS, **self.choices}
        return Workbook(
            survey=[self._row(number, row) for number, row in enumerate(self.form, 2)],
            choices=[
                {"list_name": name, "name": code, "label::Svenska (sv)": code.upper()}
                for name, codes in lists.items()
                for code in codes
            ],
        )

    def compiled(self) -> FormDefinition:
        return compile_form(self.workbook(), form_id="fall", version="1", title=self.name)

    def _row(self, number: int, row: dict[str, str]) -> dict[str, Any]:
        label = {} if row["type"] in UNLABELLED else {"label::Svenska (sv)": f"Fråga {row['name']}"}
        return {**row, **label, "_row": number}


def table() -> list[Case]:
    """All cases, in the order of the sheets."""
    folder = Path(__file__).parent
    return [
        Case(sheet=path.stem, **row)
        for path in sorted(folder.glob("*.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]
