"""How many questions a page asks the database: counted for each address, before and after the county has grown.

Run as a program by `make bench`: builds the county many times over and says which pages there are.
"""

import json
import sys

import django
from django.apps import apps

if not apps.ready:
    django.setup()

from django.db import connection
from django.test import Client

from samsyn.core.accounts.interface import User
from samsyn.demo.multiplying import multiply
from tests.access import matrix as matrices
from tests.access.county import build_county
from tests.access.patterns import LIBRARIES, addresses
from tests.access.people import COLUMNS
from tests.access.walking import path_to

READERS = ("visitor", "officer", "coordinator")
# Pages that differ so much between readers that each of them is counted.
EVERYBODYS = {"web.start", "web.my_page", "campaigns.overview", "learning.calendar"}
ENDINGS = (".png", ".pdf", "/pdf/", ".xlsx", "/xlsx/", ".docx", ".parquet", "readyz")


def places(reader: str) -> dict[str, str]:
    """Address by row: what this one of READERS is the first who may open. Files that are drawn anew are left out."""
    columns, found = list(COLUMNS), {}
    for address in addresses():
        matrix = matrices.read(address.package)
        said = matrix.get.get(address.row)
        if address.package == LIBRARIES or said is None or said[columns.index(reader)] != "200":
            continue
        row, path = f"{address.package}.{address.row}", path_to(address, matrix)
        first = next(one for one in READERS if said[columns.index(one)] == "200")
        if (first == reader or row in EVERYBODYS) and not path.split("?")[0].endswith(ENDINGS):
            found[row] = path
    return found


def questions_asked(reader: str, wanted: dict[str, str]) -> dict[str, int]:
    """The number of questions to the database, by row."""
    client = Client(raise_request_exception=False)
    if COLUMNS[reader]:
        client.force_login(User.objects.get(email=COLUMNS[reader]))
    return {row: _counted(client, path) for row, path in wanted.items()}


def _counted(client: Client, path: str) -> int:
    asked: list[str] = []

    def note(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        answer = client.get(path)
        if answer.streaming:
            list(answer.streaming_content)
    assert answer.status_code == 200, f"{path} answers {answer.status_code}"
    return len(asked)


if __name__ == "__main__":
    build_county()
    rows = multiply(int(sys.argv[1]))
    places_by_reader = {reader: (COLUMNS[reader], places(reader)) for reader in READERS}
    sys.stdout.write(json.dumps({"rows": rows, "places": places_by_reader}))
