"""Questions whose SQL is written once: Django takes ten times as long to write it as the database to answer.

For the few questions that every page of a member asks, and for those that somebody waits for while others wait for her.
"""

from collections.abc import Callable, Iterable
from threading import local
from typing import Any, Generic, TypeVar

from django.db import connections, models
from django.db.models.query import get_related_populators

Row = TypeVar("Row", bound=models.Model)


class Prepared(Generic[Row]):
    """A question asked again and again with other values.

    `question` makes it from values; `like` are stand-ins of the right kind, unlike each other and all that is fixed in it
    (whole numbers and texts only). What is fixed in the question stays as it was when it was asked first.
    """

    def __init__(self, question: Callable[..., models.QuerySet[Row]], **like: int | str) -> None:
        self.question, self.like = question, like
        self._here = local()  # what is written belongs to a thread's own connection

    def rows(self, **values: int | str | None) -> list[Row]:
        """The rows with these values in place of the stand-ins."""
        written = self._written()
        given = {self.like[name]: value for name, value in values.items()}
        with written.connection.cursor() as cursor:
            cursor.execute(written.sql, [given.get(one, one) for one in written.params])
            found = cursor.fetchall()
        return [written.row(one) for one in written.converted(found)]

    def first(self, **values: int | str | None) -> Row | None:
        """The first row, or None."""
        return next(iter(self.rows(**values)), None)

    def _written(self) -> "_Written[Row]":
        written: _Written[Row] | None = getattr(self._here, "written", None)
        if written is None or written.connection is not connections[written.alias]:
            written = self._here.written = _Written(self.question(**self.like))
        return written


class _Written(Generic[Row]):
    """The text of a question, and how its rows become objects (as Django's own ModelIterable does it)."""

    def __init__(self, queryset: models.QuerySet[Row]) -> None:
        self.alias = queryset.db
        self.connection = connections[self.alias]
        self.compiler: Any = queryset.query.get_compiler(using=self.alias)
        self.sql, self.params = self.compiler.as_sql()
        self.converters = self.compiler.get_converters([one[0] for one in self.compiler.select])
        fields = self.compiler.klass_info["select_fields"]
        self.begin, self.end = fields[0], fields[-1] + 1
        self.names = [one[0].target.attname for one in self.compiler.select[self.begin : self.end]]
        self.model: type[Row] = self.compiler.klass_info["model"]
        self.related = get_related_populators(  # type: ignore[call-arg]  # of a newer Django
            self.compiler.klass_info, self.compiler.select, self.alias
        )

    def converted(self, rows: Iterable[Any]) -> Iterable[Any]:
        """The values as Python has them."""
        return self.compiler.apply_converters(rows, self.converters) if self.converters else rows

    def row(self, values: Any) -> Row:
        found = self.model.from_db(self.alias, self.names, values[self.begin : self.end])
        for one in self.related:
            one.populate(values, found)
        return found
