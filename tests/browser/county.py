"""Builds the county that the browser walks, and says which pages there are: run by the fixture `site` as a program.

One page per address, for the first of CHOSEN who may open it: each address is looked at, and each of these people's shell.
"""

import json
import sys

import django
from django.apps import apps

if not apps.ready:
    django.setup()

from tests.access import matrix as matrices  # the models need the set-up above
from tests.access.county import build_county
from tests.access.patterns import LIBRARIES, addresses
from tests.access.people import COLUMNS
from tests.access.walking import path_to

CHOSEN = (
    "visitor",
    "officer",
    "neighbour",
    "manager",
    "coordinator",
    "guidance",
    "lecturer",
    "steering",
    "editor",
    "admin",
)
FILES = (
    ".csv",
    ".ics",
    ".json",
    ".parquet",
    ".pdf",
    ".png",
    ".svg",
    ".txt",
    ".xlsx",
    ".xml",
    "/pdf/",
    "/xlsx/",
    ".docx",
    ".rdf",
)


def pages() -> dict[str, list[str]]:
    """Addresses of pages by the e-mail of the reader (empty for a visitor)."""
    found: dict[str, list[str]] = {}
    columns = list(COLUMNS)
    for address in addresses():
        matrix = matrices.read(address.package)
        said = matrix.get.get(address.row)
        if address.package == LIBRARIES or said is None:
            continue
        path = path_to(address, matrix)
        reader = next((one for one in CHOSEN if said[columns.index(one)] == "200"), None)
        if reader and not path.split("?")[0].endswith(FILES) and not path.startswith("/api/"):
            found.setdefault(COLUMNS[reader], []).append(path)
    return found


if __name__ == "__main__":
    build_county()
    sys.stdout.write(json.dumps(pages()))
