"""Counts of coded answers: one office in a blob, a campaign as a sum of blobs."""

import time
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.lib.tally import Codebook, Counts, Question, Sheet, TallyError, merge, stack

ANSWERS = ("UA", "A", "EK", "EA")
BOOK = Codebook.of({"invallning": ANSWERS, "journal": ANSWERS, "typ": ("bil", "buss", "tåg")})
OTHER = Codebook.of({"invallning": ANSWERS, "journal": ANSWERS, "typ": ("bil", "tåg", "buss")})

answer = st.sampled_from([None, *ANSWERS, "annat"])
submission = st.fixed_dictionaries(
    {"invallning": answer, "journal": answer, "typ": st.sampled_from([None, "bil", "tåg", "?"])}
)
submissions = st.lists(submission, max_size=40)


def counted(answers):
    counts = Counts(BOOK)
    for one in answers:
        counts.add(BOOK.encode(one))
    return counts


# Coding


def test_a_submission_is_one_byte_per_question():
    coded = BOOK.encode({"invallning": "A", "journal": None, "typ": "spårvagn"})
    assert coded == bytes([2, 0, 255])
    assert BOOK.decode(coded) == {"invallning": "A", "journal": None, "typ": ""}


def test_questions_that_are_absent_were_not_asked_and_others_are_left_out():
    assert BOOK.encode({"lokal fråga": "ja"}) == bytes([0, 0, 0])


def test_a_codebook_survives_as_json():
    again = Codebook.from_json(BOOK.to_json())
    assert again == BOOK
    assert Codebook.from_json(BOOK.to_json()) is again
    assert again.fingerprint == BOOK.fingerprint
    assert BOOK.fingerprint != OTHER.fingerprint
    assert "tåg" in BOOK.to_json()


@pytest.mark.parametrize(
    "questions",
    [
        (),
        (Question("a", ()),),
        (Question("a", ("x", "x")),),
        (Question("a", ("x",)), Question("a", ("y",))),
        (Question("a", tuple(map(str, range(254)))),),
    ],
)
def test_impossible_codebooks_are_refused(questions):
    with pytest.raises(TallyError):
        Codebook(questions)


def test_the_largest_question_still_tells_its_last_code_from_not_coded():
    codes = tuple(map(str, range(253)))
    book = Codebook.of({"kod": codes})
    counts = Counts(book)
    counts.add(book.encode({"kod": "252"}))
    counts.add(book.encode({"kod": "okänd"}))
    assert counts.of("kod")["252"] == 1
    assert counts.not_coded("kod") == 1


# Counting one by one


@given(submissions)
def test_counts_are_what_counting_by_hand_gives(answers):
    counts = counted(answers)
    for question in BOOK.questions:
        by_hand = Counter(one[question.name] for one in answers)
        assert counts.of(question.name) == {code: by_hand[code] for code in question.codes}
        assert counts.not_asked(question.name) == by_hand[None]
        assert counts.not_coded(question.name) == by_hand["annat"] + by_hand["?"]
    assert counts.submissions == len(answers)


@given(submissions, submission)
def test_counting_out_undoes_counting_in(answers, corrected):
    counts = counted(answers)
    counts.add(BOOK.encode(corrected))
    counts.add(BOOK.encode(corrected), -1)
    assert counts == counted(answers)


def test_what_was_never_counted_in_cannot_be_counted_out():
    counts = counted([{"invallning": "A"}])
    with pytest.raises(TallyError, match="never counted in"):
        counts.add(BOOK.encode({"invallning": "UA"}), -1)
    assert counts == counted([{"invallning": "A"}])


@pytest.mark.parametrize("coded", [b"", bytes(2), bytes(4), bytes([5, 0, 0]), bytes([0, 0, 254])])
def test_bytes_that_do_not_fit_change_nothing(coded):
    counts = counted([{"invallning": "A"}])
    for use in (counts.add, BOOK.decode):
        with pytest.raises(TallyError):
            use(coded)
    assert counts == counted([{"invallning": "A"}])


def test_a_sign_is_one_up_or_one_down():
    with pytest.raises(TallyError, match="sign"):
        Counts(BOOK).add(bytes(3), 2)


# Storing


@given(submissions)
def test_counts_survive_being_stored(answers):
    counts = counted(answers)
    assert Counts.from_bytes(BOOK, counts.to_bytes()) == counts


@pytest.mark.parametrize("number", [0, 1, 255, 256, 65535, 65536, 3_000_000])
def test_counts_of_any_size_survive_and_stay_small(number):
    cells = np.zeros(BOOK.cells, np.int32)
    cells[[BOOK.span(q.name).start for q in BOOK.questions]] = number
    counts = Counts(BOOK, number, cells)
    blob = counts.to_bytes()
    assert Counts.from_bytes(BOOK, blob) == counts
    assert len(blob) <= 16 + BOOK.cells * (1 if number < 256 else 2 if number < 65536 else 4)


def test_stored_counts_can_be_counted_on():
    counts = Counts.from_bytes(BOOK, counted([{"typ": "bil"}]).to_bytes())
    counts.add(BOOK.encode({"typ": "bil"}))
    assert counts.of("typ") == {"bil": 2, "buss": 0, "tåg": 0}


def test_the_256th_submission_widens_the_blob_and_is_not_lost():
    counts = counted([{"typ": "bil"}] * 255)
    counts = Counts.from_bytes(BOOK, counts.to_bytes())
    counts.add(BOOK.encode({"typ": "bil"}))
    assert Counts.from_bytes(BOOK, counts.to_bytes()).of("typ")["bil"] == 256


def test_a_view_from_the_database_does_as_well_as_bytes():
    coded = memoryview(BOOK.encode({"typ": "bil"}))
    counts = counted([{"typ": "buss"}])
    counts.add(coded)
    stored = memoryview(counts.to_bytes())
    assert Counts.from_bytes(BOOK, stored) == counts == merge(BOOK, [stored])
    assert Sheet.of(BOOK, [coded, coded]).counts().of("typ")["bil"] == 2
    assert BOOK.decode(coded)["typ"] == "bil"


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda blob: b"", "no counts"),
        (lambda blob: blob[:-1], "torn"),
        (lambda blob: blob + b"\0", "torn"),
        (lambda blob: b"XX" + blob[2:], "version"),
        (lambda blob: blob[:2] + b"\x09" + blob[3:], "version"),
        (lambda blob: blob[:3] + b"\x03" + blob[4:], "version"),
    ],
)
def test_a_spoilt_blob_is_refused(spoil, reason):
    with pytest.raises(TallyError, match=reason):
        Counts.from_bytes(BOOK, spoil(counted([{"typ": "bil"}]).to_bytes()))


def test_counts_of_another_version_of_the_checklist_are_refused():
    with pytest.raises(TallyError, match="another codebook"):
        Counts.from_bytes(OTHER, Counts(BOOK).to_bytes())


def test_counts_equal_only_counts():
    assert Counts(BOOK) != b""
    assert Counts(BOOK) != Counts(OTHER)


# Merging offices


@given(st.lists(submissions, max_size=6))
def test_a_campaign_is_the_sum_of_its_offices(offices):
    blobs = [counted(answers).to_bytes() for answers in offices]
    everything = [one for answers in offices for one in answers]
    assert merge(BOOK, blobs) == counted(everything)
    assert stack(BOOK, blobs).shape == (len(offices), BOOK.cells)


def test_each_office_keeps_its_row():
    blobs = [counted([{"typ": "bil"}]).to_bytes(), counted([{"typ": "tåg"}] * 300).to_bytes()]
    table = stack(BOOK, blobs)[:, BOOK.span("typ")]
    assert table.tolist() == [[0, 1, 0, 0, 0], [0, 0, 0, 300, 0]]


# Many submissions at once


def sheet(answers):
    return Sheet.of(BOOK, [BOOK.encode(one) for one in answers])


@given(submissions)
def test_a_sheet_counts_as_one_by_one(answers):
    assert sheet(answers).counts() == counted(answers)
    assert len(sheet(answers)) == len(answers)


@given(submissions)
def test_a_sheet_filters_before_it_counts(answers):
    some = [one for one in answers if one["invallning"] in ("A", "UA")]
    assert sheet(answers).where("invallning", "A", "UA").counts() == counted(some)


@given(submissions)
def test_two_questions_against_each_other(answers):
    table = sheet(answers).crosstab("invallning", "typ")
    rows, columns = [None, *ANSWERS, "annat"], [None, "bil", "buss", "tåg", "?"]
    by_hand = Counter((one["invallning"], one["typ"]) for one in answers)
    assert table.tolist() == [[by_hand[row, column] for column in columns] for row in rows]


@given(st.lists(st.tuples(submission, st.integers(0, 2)), max_size=40))
def test_counts_per_group_are_the_groups_own(pairs):
    by_group = sheet([one for one, _ in pairs]).counts_by([group for _, group in pairs], 3)
    for group in range(3):
        own = counted([one for one, of in pairs if of == group])
        assert by_group[group].tolist() == own.cells.tolist()


def test_more_rows_than_one_chunk_are_all_counted():
    rows = np.tile(np.array([[1, 2, 3], [255, 0, 1]], np.uint8), (5000, 1))
    counts = Sheet(BOOK, rows).counts()
    assert counts.of("typ") == {"bil": 5000, "buss": 0, "tåg": 5000}
    by_row = Sheet(BOOK, rows).counts_by(np.arange(10_000) % 2, 2)
    assert by_row[1][BOOK.span("invallning")].tolist() == [0, 0, 0, 0, 0, 5000]


@pytest.mark.parametrize("groups", [[0], [0, 3], [0, -1]])
def test_groups_must_fit_the_rows(groups):
    with pytest.raises(TallyError, match="needs a group"):
        sheet([{}, {}]).counts_by(groups, 3)


def test_submissions_of_another_checklist_are_refused():
    with pytest.raises(TallyError, match="3 bytes"):
        Sheet.of(BOOK, [bytes(3), bytes(2), bytes(4)])
    with pytest.raises(TallyError, match="no code"):
        Sheet.of(BOOK, [bytes([0, 0, 4])])


def test_unknown_questions_and_codes_are_refused():
    with pytest.raises(KeyError):
        sheet([]).where("invallning", "okänd")
    with pytest.raises(KeyError):
        sheet([]).crosstab("invallning", "okänd")


# A new version of the checklist in the middle of a campaign

NEXT = Codebook.of({"typ": ("tåg", "buss", "båt"), "larm": ANSWERS, "invallning": ("UA", "A")})


def test_counts_move_to_the_next_version_by_name():
    old = counted([{"typ": "bil", "invallning": "EK"}, {"typ": "tåg", "invallning": "A"}, {}])
    new = old.recoded(NEXT)
    assert new.submissions == 3
    assert new.of("typ") == {"tåg": 1, "buss": 0, "båt": 0}
    assert (new.not_coded("typ"), new.not_asked("typ")) == (1, 1)
    assert new.of("invallning") == {"UA": 0, "A": 1}
    assert new.not_coded("invallning") == 1
    assert new.not_asked("larm") == 3


@given(submissions)
def test_counting_and_recoding_can_be_done_in_either_order(answers):
    assert sheet(answers).recoded(NEXT).counts() == counted(answers).recoded(NEXT)


@given(submissions)
def test_recoding_to_the_same_questions_in_another_order_loses_nothing(answers):
    assert counted(answers).recoded(OTHER).recoded(BOOK) == counted(answers)
    for name in ("invallning", "typ"):
        assert counted(answers).recoded(OTHER).of(name) == counted(answers).of(name)


def test_two_versions_of_a_checklist_make_one_result():
    first = counted([{"invallning": "A"}] * 2)
    second = Counts(NEXT)
    second.add(NEXT.encode({"invallning": "UA", "larm": "A"}))
    whole = merge(NEXT, [first.recoded(NEXT).to_bytes(), second.to_bytes()])
    assert whole.of("invallning") == {"UA": 1, "A": 2}
    assert whole.not_asked("larm") == 2


# Speed: the receipt waits for this. Ten times what was measured, so a busy machine passes.


def test_counting_a_submission_of_60_questions_costs_microseconds():
    book = Codebook.of({f"q{i}": ANSWERS for i in range(60)})
    coded = book.encode({f"q{i}": "A" for i in range(60)})
    blob, best = Counts(book).to_bytes(), 1.0
    for _ in range(20):
        start = time.perf_counter()
        counts = Counts.from_bytes(book, blob)
        counts.add(coded)
        blob = counts.to_bytes()
        best = min(best, time.perf_counter() - start)
    assert counts.submissions == 20
    assert best < 200e-6


def test_the_picture_of_290_offices_takes_milliseconds():
    book = Codebook.of({f"q{i}": ANSWERS for i in range(60)})
    counts = Counts(book)
    counts.add(book.encode({"q1": "A"}))
    blobs, best = [counts.to_bytes()] * 290, 1.0
    for _ in range(5):
        start = time.perf_counter()
        whole = merge(book, blobs)
        best = min(best, time.perf_counter() - start)
    assert whole.of("q1")["A"] == 290
    assert best < 5e-3
