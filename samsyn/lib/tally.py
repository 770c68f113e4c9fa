"""Counting answers fast: one byte per coded question, one small blob of counts per office.

A submission's coded answers are ``len(codebook.questions)`` bytes: 0 = not asked or not relevant,
1.. = the question's codes in order, 255 = answered but not one of the codes. An office's counts
are one blob in one row, read, changed and written inside the submission's own transaction; the
whole campaign is the sum of the offices' rows. A ``Sheet`` holds many submissions for filtering
and cross-tabulation.

A multiple-choice question is one question per choice in the codebook ("measures/advice": yes, no).
"""

import json
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "NOT_ASKED",
    "NOT_CODED",
    "Blob",
    "Codebook",
    "Counts",
    "Question",
    "Sheet",
    "TallyError",
    "merge",
    "stack",
]

Blob = bytes | memoryview  # PostgreSQL's driver gives a view where SQLite gives bytes

NOT_ASKED = 0
NOT_CODED = 255
_MOST_CODES = 253
_HEADER = struct.Struct("<2sBB8sI")  # magic, version, bytes per cell, codebook, submissions
_MAGIC, _VERSION = b"SC", 1
_CHUNK = 4096  # rows at a time when counting: the work fits the processor's cache


class TallyError(ValueError):
    """Bytes that do not belong to this codebook, or counts that cannot be."""


@dataclass(frozen=True)
class Question:
    """A question's name and its codes in the order they are shown."""

    name: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Codebook:
    """The coded questions of one checklist version, in fixed order.

    Stored beside the version and never changed: stored bytes mean nothing without it.
    TallyError for no questions, a name or code twice, or more than 253 codes in a question.
    """

    questions: tuple[Question, ...]

    def __post_init__(self) -> None:
        names = [question.name for question in self.questions]
        if not names or len(set(names)) != len(names):
            raise TallyError(f"a codebook needs questions with different names: {names}")
        for question in self.questions:
            codes = question.codes
            if not 0 < len(codes) <= _MOST_CODES or len(set(codes)) != len(codes):
                raise TallyError(f"{question.name}: needs 1-{_MOST_CODES} different codes")

    @classmethod
    def of(cls, questions: Mapping[str, Iterable[str]]) -> "Codebook":
        """From question name to its codes, in order."""
        return cls(tuple(Question(name, tuple(codes)) for name, codes in questions.items()))

    def to_json(self) -> str:
        """One JSON text, the same for the same codebook."""
        pairs = [[question.name, list(question.codes)] for question in self.questions]
        return json.dumps(pairs, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Codebook":
        """Read back what ``to_json`` wrote. The same text gives the same object, ready to use, so
        that a request need not build it anew.
        """
        return _codebook(text)

    @cached_property
    def fingerprint(self) -> bytes:
        """Eight bytes that stand in every counts blob and tie it to this codebook."""
        return blake2b(self.to_json().encode(), digest_size=8).digest()

    def encode(self, answers: Mapping[str, str | None]) -> bytes:
        """A submission's coded answers; questions that are absent or None count as not asked."""
        get = answers.get
        return bytes(
            [
                NOT_ASKED if (answer := get(name)) is None else codes.get(answer, NOT_CODED)
                for name, codes in self._by_code
            ]
        )

    def decode(self, coded: Blob) -> dict[str, str | None]:
        """What was encoded: code, None when not asked, "" when answered but not coded."""
        _check(self, np.frombuffer(coded, np.uint8))
        texts = {NOT_ASKED: None, NOT_CODED: ""}
        return {
            question.name: texts[byte] if byte in texts else question.codes[byte - 1]
            for question, byte in zip(self.questions, coded, strict=True)
        }

    def index(self, name: str) -> int:
        """Place of a question; KeyError when there is none."""
        return self._places[name]

    @cached_property
    def cells(self) -> int:
        """Number of counters: for each question not asked, its codes, not coded."""
        return int(self._widths.sum())

    def span(self, name: str) -> slice:
        """Where a question's counters stand: not asked, its codes in order, not coded."""
        start = int(self._offsets[self.index(name)])
        return slice(start, start + int(self._widths[self.index(name)]))

    @cached_property
    def _by_code(self) -> list[tuple[str, dict[str, int]]]:
        return [(q.name, {code: i for i, code in enumerate(q.codes, 1)}) for q in self.questions]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {question.name: place for place, question in enumerate(self.questions)}

    @cached_property
    def _widths(self) -> NDArray[np.intp]:
        return np.array([len(question.codes) + 2 for question in self.questions], np.intp)

    @cached_property
    def _tops(self) -> NDArray[np.uint8]:
        """The counter of "not coded" in each question, one above its last code."""
        return (self._widths - 1).astype(np.uint8)

    @cached_property
    def _offsets(self) -> NDArray[np.intp]:
        return np.concatenate([[0], np.cumsum(self._widths)[:-1]]).astype(np.intp)


@lru_cache(maxsize=256)
def _codebook(text: str) -> Codebook:
    return Codebook(tuple(Question(name, tuple(codes)) for name, codes in json.loads(text)))


class Counts:
    """How many submissions gave each code to each question; changed in place by ``add``."""

    def __init__(
        self, codebook: Codebook, submissions: int = 0, cells: NDArray[np.int32] | None = None
    ) -> None:
        self.codebook = codebook
        self.submissions = submissions
        self.cells = np.zeros(codebook.cells, np.int32) if cells is None else cells

    def add(self, coded: Blob, sign: int = 1) -> None:
        """Count one submission in (+1) or out (-1).

        TallyError when the bytes do not fit the codebook, or when counting out what was never
        counted in; the counts are then as before.
        """
        at = _places(self.codebook, np.frombuffer(coded, np.uint8))
        if sign not in (1, -1):
            raise TallyError(f"sign is 1 or -1, not {sign}")
        if sign < 0 and not self.cells[at].all():
            raise TallyError("counted out a submission that was never counted in")
        self.cells[at] += sign
        self.submissions += sign

    def of(self, name: str) -> dict[str, int]:
        """A question's counts by code; not asked and not coded are left out."""
        codes = self.codebook.questions[self.codebook.index(name)].codes
        return dict(zip(codes, self.cells[self.codebook.span(name)][1:-1].tolist(), strict=True))

    def not_asked(self, name: str) -> int:
        """Submissions where the question was not asked or not relevant."""
        return int(self.cells[self.codebook.span(name)][0])

    def not_coded(self, name: str) -> int:
        """Submissions with an answer outside the codes."""
        return int(self.cells[self.codebook.span(name)][-1])

    def recoded(self, codebook: Codebook) -> "Counts":
        """The same counts in another version's codebook, matched by the names of questions and
        codes: what the new one lacks falls away (a code becomes not coded), and a question that
        is new was not asked.
        """
        counts = Counts(codebook, self.submissions)
        for question in codebook.questions:
            cells = counts.cells[codebook.span(question.name)]
            if question.name not in self.codebook._places:
                cells[0] = self.submissions
                continue
            own = self.codebook.questions[self.codebook.index(question.name)]
            to = np.minimum(_translation(own, question)[: len(own.codes) + 1], len(cells) - 1)
            np.add.at(cells, to, self.cells[self.codebook.span(own.name)][:-1])
            cells[-1] += self.not_coded(own.name)
        return counts

    def to_bytes(self) -> bytes:
        """Compact and versioned: a header and one, two or four bytes per counter."""
        width = next(w for w in (1, 2, 4) if self.submissions < 256**w)
        head = _HEADER.pack(_MAGIC, _VERSION, width, self.codebook.fingerprint, self.submissions)
        return head + self.cells.astype(f"<u{width}").tobytes()

    @classmethod
    def from_bytes(cls, codebook: Codebook, blob: Blob) -> "Counts":
        """Read ``to_bytes``; TallyError for another codebook, another version or a torn blob."""
        submissions, cells = _read(codebook, blob)
        return cls(codebook, submissions, cells.astype(np.int32))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Counts):
            return NotImplemented
        same = self.codebook == other.codebook and self.submissions == other.submissions
        return same and bool(np.array_equal(self.cells, other.cells))

    __hash__ = None  # type: ignore[assignment]


def stack(codebook: Codebook, blobs: Sequence[Blob]) -> NDArray[np.int32]:
    """Many offices' blobs as one table, shape (offices, codebook.cells)."""
    table = np.empty((len(blobs), codebook.cells), np.int32)
    for row, blob in enumerate(blobs):
        table[row] = _read(codebook, blob)[1]
    return table


def merge(codebook: Codebook, blobs: Sequence[Blob]) -> Counts:
    """The whole of a campaign from its offices' blobs; empty counts from none."""
    table = stack(codebook, blobs)
    first = codebook.span(codebook.questions[0].name)
    total = table.sum(axis=0, dtype=np.int32)
    return Counts(codebook, int(total[first].sum()), total)


class Sheet:
    """Many submissions' coded answers, one row each, to filter, count and cross-tabulate."""

    def __init__(self, codebook: Codebook, rows: NDArray[np.uint8]) -> None:
        """``rows`` has shape (submissions, questions); TallyError when a byte is no code."""
        _check(codebook, rows)
        self.codebook = codebook
        self.rows = rows

    @classmethod
    def of(cls, codebook: Codebook, blobs: Iterable[Blob]) -> "Sheet":
        """From each submission's bytes. TallyError when one has another length."""
        joined, width = list(blobs), len(codebook.questions)
        if any(len(blob) != width for blob in joined):
            raise TallyError(f"each submission has {width} bytes in this codebook")
        rows = np.frombuffer(b"".join(joined), np.uint8).reshape(-1, width)
        return cls(codebook, rows)

    def __len__(self) -> int:
        return len(self.rows)

    def where(self, name: str, *codes: str) -> "Sheet":
        """Only the submissions that gave one of these codes; KeyError for an unknown one."""
        known = dict(self.codebook._by_code)[name]
        wanted = np.array([known[code] for code in codes], np.uint8)
        column = self.rows[:, self.codebook.index(name)]
        return Sheet(self.codebook, self.rows[np.isin(column, wanted)])

    def gave_any(self, answers: Mapping[str, Iterable[str]]) -> NDArray[np.bool_]:
        """For each submission whether it gave any of these codes to any of these questions."""
        found = np.zeros(len(self), np.bool_)
        for name, codes in answers.items():
            known = dict(self.codebook._by_code)[name]
            wanted = np.array([known[code] for code in codes], np.uint8)
            found |= np.isin(self.rows[:, self.codebook.index(name)], wanted)
        return found

    def recoded(self, codebook: Codebook) -> "Sheet":
        """The same submissions in another version's codebook; see ``Counts.recoded``."""
        rows = np.zeros((len(self), len(codebook.questions)), np.uint8)
        for place, question in enumerate(codebook.questions):
            if question.name in self.codebook._places:
                old = self.codebook.index(question.name)
                rows[:, place] = _translation(self.codebook.questions[old], question)[
                    self.rows[:, old]
                ]
        return Sheet(codebook, rows)

    def counts(self) -> Counts:
        """All questions counted at once."""
        cells = self._bincount(self.codebook.cells, lambda at, _: at)
        return Counts(self.codebook, len(self), cells)

    def counts_by(self, groups: NDArray[Any] | Sequence[int], number: int) -> NDArray[np.int32]:
        """Counted per group: shape (number, codebook.cells); ``groups`` gives each row's 0-based
        group (office, object type). TallyError for a group outside or another length.
        """
        keys = np.asarray(groups, np.intp)
        if keys.shape != (len(self),) or (len(keys) and not 0 <= keys.min() <= keys.max() < number):
            raise TallyError(f"each of {len(self)} rows needs a group from 0 to {number - 1}")
        size = self.codebook.cells

        def cell(at: NDArray[np.intp], start: int) -> NDArray[np.intp]:
            return at + size * keys[start : start + len(at), None]

        return self._bincount(number * size, cell).reshape(number, size)

    def crosstab(self, first: str, second: str) -> NDArray[np.int32]:
        """Two questions against each other: one row per code of ``first`` and one column per code
        of ``second``, both with not asked first and not coded last.
        """
        wide = [
            len(self.codebook.questions[self.codebook.index(n)].codes) + 2 for n in (first, second)
        ]
        one, two = (
            np.minimum(self.rows[:, self.codebook.index(n)], w - 1).astype(np.intp)
            for n, w in zip((first, second), wide, strict=True)
        )
        pairs = np.bincount(one * wide[1] + two, minlength=wide[0] * wide[1])
        return pairs.reshape(wide).astype(np.int32)

    def _bincount(
        self, size: int, cell: Callable[[NDArray[np.intp], int], NDArray[np.intp]]
    ) -> NDArray[np.int32]:
        total = np.zeros(size, np.int64)
        tops, offsets = self.codebook._tops, self.codebook._offsets
        for start in range(0, len(self), _CHUNK):
            at = np.minimum(self.rows[start : start + _CHUNK], tops) + offsets
            total += np.bincount(cell(at, start).ravel(), minlength=size)
        return total.astype(np.int32)


def _translation(old: Question, new: Question) -> NDArray[np.uint8]:
    """For each byte of the old question its byte in the new."""
    known = {code: byte for byte, code in enumerate(new.codes, 1)}
    table = np.full(256, NOT_CODED, np.uint8)
    table[NOT_ASKED] = NOT_ASKED
    table[1 : len(old.codes) + 1] = [known.get(code, NOT_CODED) for code in old.codes]
    return table


def _places(codebook: Codebook, coded: NDArray[np.uint8]) -> NDArray[np.intp]:
    _check(codebook, coded)
    places: NDArray[np.intp] = np.minimum(coded, codebook._tops) + codebook._offsets
    return places


def _check(codebook: Codebook, coded: NDArray[np.uint8]) -> None:
    if coded.shape[-1:] != codebook._tops.shape:
        raise TallyError(f"{coded.shape[-1]} bytes for {len(codebook.questions)} questions")
    # A code lies below its question's "not coded" counter; adding one wraps 255 round to 0, so
    # one comparison covers both.
    if (coded + np.uint8(1) > codebook._tops).any():
        raise TallyError("a byte that is no code of its question")


def _read(codebook: Codebook, blob: Blob) -> tuple[int, NDArray[np.unsignedinteger[Any]]]:
    if len(blob) < _HEADER.size:
        raise TallyError(f"no counts in {len(blob)} bytes")
    magic, version, width, fingerprint, submissions = _HEADER.unpack_from(blob)
    if magic != _MAGIC or version != _VERSION or width not in (1, 2, 4):
        raise TallyError(f"not counts of version {_VERSION}")
    if fingerprint != codebook.fingerprint:
        raise TallyError("counts of another codebook")
    if len(blob) != _HEADER.size + width * codebook.cells:
        raise TallyError("torn counts")
    return submissions, np.frombuffer(blob, f"<u{width}", offset=_HEADER.size)
