"""The demo county many times over, for measuring: every row of the work again, with its own children, beside the first.

This is no act of a person and writes no audit: it is for installations that only exist while something is measured.
Two kinds of copies are made. Whole ones: a campaign with its own checklist, objects and report. And more of the same
below what is there: another object in the same campaign, another question, another person at a course, as far as the
tables' own constraints allow. Offices stay as many as the county has.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

PEOPLE = ("core.User", "organisations.Person", "organisations.Membership")
PACKAGES = (
    "checklists", "guidance", "network", "campaigns", "learning", "calibration", "indicators", "equality", "planning",
)  # fmt: skip
PAGES = ("web.NewsPage", "web.InfoPage")
# Farther apart than any number that the demo gives a row.
STEP = 1_000_000
YEARS_APART = 10
SPACE = UUID("7b8f7a3e-4c55-4a51-9d5d-6f3f0f2f8a11")
# A number of an edition, 3.1.
_NUMBERED = re.compile(r"[0-9]+[.][0-9]+")
Model = type[models.Model]


@dataclass(frozen=True, slots=True)
class Copies:
    """One kind of copy: its number, and which rows' copies the copied rows point at."""

    number: int
    among: frozenset[Model]

    def key(self, value: Any) -> Any:
        """The key of a row's copy."""
        return uuid5(SPACE, f"{value}{self.number}") if isinstance(value, UUID) else value + STEP * self.number  # fmt: skip


def multiply(times: int) -> dict[str, int]:
    """Makes the county `times` as large; how many rows each table then has."""
    people: list[Model] = [apps.get_model(label) for label in PEOPLE]
    work = _tables_of_the_work()
    both = [*people, *work]
    with transaction.atomic():
        # Read before anything is written: a copy is never copied again.
        rows = {model: list(model._base_manager.all()) for model in both}
        whole = _that_can_be_copied(work)
        for n in range(1, times):
            copies, beside = Copies(n, whole), Copies(n + times, frozenset(people))
            for model in both:
                if model in whole:
                    _write(model, rows[model], copies)
                if model in people or _belongs_beside(model, both, beside.among):
                    _write(model, rows[model], beside)
        _copy_pages(times)
        _after_the_last(both)
    return {model._meta.label: model._base_manager.count() for model in rows}


def _tables_of_the_work() -> list[Model]:
    """The packages' own tables, and those that tie their rows to many others."""
    found: list[Model] = []
    for package in PACKAGES:
        for model in apps.get_app_config(package).get_models():
            if hasattr(model, "page_ptr"):
                continue
            found.append(model)
            for field in model._meta.local_many_to_many:
                through = field.remote_field.through
                if through is not None and through._meta.auto_created:
                    found.append(through)
    return found


def _write(model: Model, rows: list[Any], copies: Copies) -> None:
    model._base_manager.bulk_create(
        (_copied(model, row, copies) for row in rows), batch_size=500
    )  # fmt: skip


def _copied(model: Model, row: Any, copies: Copies) -> models.Model:
    values = {field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields}
    for field in model._meta.concrete_fields:
        value = values[field.attname]
        if value is not None and field.is_relation and field.related_model in copies.among:
            values[field.attname] = copies.key(value)
    values[model._meta.pk.attname] = copies.key(row.pk)
    for field in _told_apart(model, copies.among):
        values[field.attname] = _other(field, values[field.attname], copies.number)
    return model(**values)


def _constraints(model: Model) -> Iterator[list[models.Field[Any, Any]]]:
    """The groups of fields that no two rows may share."""
    fields = {field.name: field for field in model._meta.concrete_fields}
    for field in model._meta.concrete_fields:
        if field.unique and not field.primary_key:
            yield [field]
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
            yield [fields[name] for name in constraint.fields]
    for together in model._meta.unique_together:
        yield [fields[name] for name in together]


def _told_apart(model: Model, among: frozenset[Model]) -> list[models.Field[Any, Any]]:
    """The fields that must have other values in a copy: one of each group that points at no copy."""
    chosen = []
    for group in _constraints(model):
        if not any(field.is_relation and field.related_model in among for field in group):
            chosen += [field for field in reversed(group) if not field.is_relation][:1]
    return chosen


def _that_can_be_copied(wanted: list[Model]) -> frozenset[Model]:
    """Those whose copies can all stand beside the first; what points at one that cannot keeps pointing at the first."""
    chosen = frozenset(wanted)
    while True:
        left = frozenset(model for model in chosen if _may_be_there_again(model, chosen))
        if left == chosen:
            return chosen
        chosen = left


def _belongs_beside(model: Model, both: list[Model], among: frozenset[Model]) -> bool:
    return _stands_below(model, both) and _may_be_there_again(model, among)


def _stands_below(model: Model, among: list[Model]) -> bool:
    """Whether its rows belong to another row. A series of years is as long as the years are many, and stays as it is."""
    fields = model._meta.concrete_fields
    below = any(one.is_relation and not one.null and one.related_model in among for one in fields)
    return below and all(field.name != "year" for field in fields)


def _may_be_there_again(model: Model, among: frozenset[Model]) -> bool:
    """Whether its constraints allow a copy that points at the copies of `among` and else at the same rows."""
    return all(
        any(not field.is_relation or field.related_model in among for field in group)
        for group in _constraints(model)
    )


def _other(field: models.Field[Any, Any], value: Any, number: int) -> Any:
    """Another value for the same field, of its own kind."""
    if value is None:
        return None
    if isinstance(value, UUID):
        return uuid5(SPACE, f"{value}{number}")
    if isinstance(value, date):
        return value - timedelta(days=number)
    if isinstance(value, int):
        return value - YEARS_APART * number if field.name == "year" else value + 1_000 * number
    if isinstance(value, bytes | memoryview):
        return bytes(value)[:-1] + bytes([number])
    if _NUMBERED.fullmatch(value):
        return f"{value.rpartition('.')[0]}.{20 * number + int(value.rpartition('.')[2])}"
    mark = f"-{number}"
    room = field.max_length - len(mark) if field.max_length else len(value)
    return f"{mark.strip('-')}{value[:room]}" if "@" in value else f"{value[:room]}{mark}"


def _copy_pages(times: int) -> None:
    for label in PAGES:
        for page in list(apps.get_model(label)._default_manager.all()):
            for n in range(1, times):
                page.copy(update_attrs={"slug": f"{page.slug}-{n}"}, copy_revisions=False)


def _after_the_last(written: list[Model]) -> None:
    """Rows that come later are numbered after those that were made here."""
    statements = connection.ops.sequence_reset_sql(no_style(), written)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
