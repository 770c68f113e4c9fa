"""Walks the demo county: every role asks for every address, and what she gets becomes a row."""

import re
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client

from samsyn.core.accounts.interface import User
from tests.access.matrix import Matrix
from tests.access.patterns import PARAMETER, Address, addresses
from tests.access.people import COLUMNS

SIGN_IN = "/konto/login/"
REFUSALS = {"login", "401", "403", "404", "405", "500"}
NOTHING = {"slug": "finns-inte", "int": "0", "uuid": "00000000-0000-0000-0000-000000000000"}


class Walk:
    """One walk through the county: remembers who is signed in and what stands in the addresses."""

    def __init__(self) -> None:
        self.clients = {
            column: self._client(email, seat)
            for seat, (column, email) in enumerate(COLUMNS.items(), 1)
        }

    def _client(self, email: str, seat: int) -> Client:
        """Each at a computer of her own: what limits calls from one computer does not stop the walk."""
        client = Client(raise_request_exception=False, REMOTE_ADDR=f"10.0.0.{seat}")
        if email:
            client.force_login(User.objects.get(email=email))
        return client

    def get(self, path: str) -> list[str]:
        """What each column gets when it opens the address."""
        return [self._asked(self.clients[column], "get", path) for column in COLUMNS]

    def post(self, path: str, data: dict[str, str]) -> list[str]:
        """What each column gets when it sends that form, or an empty one: `may` for anything but a refusal."""
        said = [self._asked(self.clients[column], "post", path, data) for column in COLUMNS]
        return [one if one in REFUSALS else "may" for one in said]

    def _asked(
        self, client: Client, method: str, path: str, data: dict[str, str] | None = None
    ) -> str:
        cache.clear()  # nobody has asked too often
        with transaction.atomic():
            answer: Any = getattr(client, method)(path, data or {})
            answer.close()
            transaction.set_rollback(True)
        return _word(answer)


def _word(answer: HttpResponseBase) -> str:
    if answer.status_code in {301, 302} and answer.headers["Location"].startswith(SIGN_IN):
        return "login"
    return str(answer.status_code)


def path_to(address: Address, matrix: Matrix) -> str:
    """An example of the address, filled from the matrix' `at`, `values` and `own`; what they lack becomes something that is not there."""
    values = {**matrix.values, **matrix.own.get(address.row, {})}
    template = matrix.at.get(address.row) or "/" + address.route

    def fill(found: re.Match[str]) -> str:
        kind = found[0][1:-1].split(":")[0]
        value = values.get(found[1])
        if isinstance(value, dict):
            return str(_looked_up(value))
        return str(value) if value is not None else NOTHING.get(kind, "finns-inte")

    return PARAMETER.sub(fill, template)


def _looked_up(value: dict[str, Any]) -> object:
    """`{model = "campaigns.Submission", having = {office__slug = "nassjo"}, field = "pk"}`: of the first such row."""
    rows = apps.get_model(value["model"])._default_manager.filter(**value.get("having", {}))
    found = rows.order_by("pk").values_list(value.get("field", "pk"), flat=True).first()
    return found if found is not None else f"no-{value['model']}-has-{value.get('having')}"


def walked(
    walk: Walk, matrix: Matrix, rows: Iterable[str] | None = None
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The rows as they are: by GET for every address, by POST where GET is no use or the matrix asks for it."""
    get: dict[str, list[str]] = {}
    post: dict[str, list[str]] = {}
    for address in of(matrix.package):
        if rows is not None and address.row not in rows:
            continue
        path = path_to(address, matrix)
        get[address.row] = walk.get(path)
        if "405" in get[address.row]:
            del get[address.row]
            post[address.row] = walk.post(path, matrix.send.get(address.row, {}))
        elif address.row in matrix.post:
            post[address.row] = walk.post(path, matrix.send.get(address.row, {}))
    return get, post


def of(package: str) -> list[Address]:
    """The addresses of a package."""
    return [address for address in addresses() if address.package == package]
