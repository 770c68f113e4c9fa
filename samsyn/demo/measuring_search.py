"""Documents for measuring search (`make bench`): Swedish running text in large numbers, and how long questions take."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate
from random import Random
from statistics import quantiles

from django.conf import settings

from samsyn.core.clock.interface import now
from samsyn.core.registry.interface import search_sources
from samsyn.core.search.interface import (
    MEMBER,
    PUBLIC,
    Document,
    Reader,
    index_all,
    search,
    suggestion,
)
from samsyn.demo.measuring_figures import country
from samsyn.lib.text import analyser

BATCH = 1_000
ASKED_EACH = 10
TAIL = 30_000  # words beside those of the field
SHARE_FOR_MEMBERS = 0.15
# The field's own words, the most frequent first: Zipf's law gives each its share.
FIELD = (
    "tillsyn verksamhet kontroll miljö nämnden krav vatten avlopp anläggning egenkontroll avfall kemikalier rutiner "
    "tillstånd anmälan beslut föreläggande fastighet utsläpp riktvärden provtagning oljeavskiljare tvätthall journal "
    "förvaring cistern invallning köldmedier läckage ventilation städning radon buller legionella badvatten brunn "
    "dricksvatten slamavskiljare markbädd fosfor strandskydd gödsel djurhållning växtskyddsmedel bekämpningsmedel "
    "säkerhetsdatablad kosmetika elavfall deponi massor grundvatten brandskum vedeldning rök lukt skolor förskolor "
    "solarier hygien sterilisering campingplatser fordonstvättar verkstäder lackering bensinstationer lantbruk"
).split()
GLUE = "och att det som en på är av för med till den har de inte om ett ska kan vid eller från när".split()
HEADS = "anläggning verksamhet kontroll tillsyn avgift hantering rening plan kampanj rapport prövning mätning".split()
LAW = (
    "26 kap. 19 § miljöbalken", "2 kap. 3 § miljöbalken", "9 kap. 7 § miljöbalken", "26 kap. 9 § miljöbalken",
    "15 kap. 1 § miljöbalken", "38 § förordningen (1998:899)", "14 § förordningen (2016:1128)",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A kind of question, some of it, and whether the last word is still being typed."""

    name: str
    questions: Sequence[str]
    unfinished: bool = False


CASES = (
    Case("most frequent word", ("tillsyn",)),
    Case("the two most frequent", ("tillsyn verksamhet",)),
    Case("common word", ("ventilation", "cistern", "buller", "grundvatten")),
    Case("compound and its words", ("köldmedieanläggningar", "avloppsanläggning", "tillsynsverksamhet")),
    Case("section of law", ("26 kap 19 §", "MB 2:3", "1998:899 38 §", "miljöbalken")),
    Case("beginning of a word", ("till", "f", "köldm", "tillsyn avl", "v")),
)  # fmt: skip


def _tail() -> list[str]:
    """Compounds made as Swedish makes them; the same each time."""
    dice = Random(2)  # noqa: S311  # words, not secrets
    firsts = sorted(word for word in analyser(settings.LEXICON_DIR).lexicon.firsts if len(word) > 3)
    made = sorted({f"{dice.choice(firsts)}{dice.choice(HEADS)}" for _ in range(TAIL)})
    dice.shuffle(made)
    return made


def _documents(first: int, last: int) -> Iterator[Document]:
    """Texts of 30-400 words: three in ten are small words, the others follow Zipf's law; one to three cite law."""
    words = [*FIELD, *_tail()]
    weights = list(accumulate(1 / (rank + 4) for rank in range(len(words))))
    kinds = [source.kind for source in search_sources.providers()]
    here, moment = country().pk, now()
    for number in range(first, last):
        dice = Random(number)  # noqa: S311  # words, not secrets
        length = min(int(dice.lognormvariate(4.5, 0.7)) + 30, 400)
        text = dice.choices(words, cum_weights=weights, k=length)
        for place in range(0, length, 3):
            text.insert(place, dice.choice(GLUE))
        text += dice.choices(LAW, weights=[6, 5, 4, 3, 2, 1, 1], k=dice.randint(1, 3))
        yield Document(
            collaboration_id=here,
            kind=dice.choice(kinds),
            key=f"matning-{number}",
            scope=MEMBER if dice.random() < SHARE_FOR_MEMBERS else PUBLIC,
            title=" ".join(dice.choices(words, cum_weights=weights, k=dice.randint(2, 6))).capitalize(),
            body=" ".join(text),
            url=f"/matning/{number}/",
            updated=moment - timedelta(hours=dice.randrange(50_000)),
            is_example=True,
        )  # fmt: skip


def fill(*, first: int, up_to: int, tell: Callable[[str], None]) -> int:
    """The documents from `first` to `up_to` in the index, written as any package writes. Returns how many."""
    for begin in range(first, up_to, BATCH):
        index_all(_documents(begin, min(begin + BATCH, up_to)))
        tell(f"{min(begin + BATCH, up_to)} documents")
    return up_to - first


def ask() -> list[dict[str, object]]:
    """How long each kind of question takes, for a visitor and a member together; milliseconds."""
    here = country().pk
    readers = (Reader(here), Reader(here, is_member=True))
    tail = _tail()
    rare = Case("rare word", [tail[-place] for place in range(1, 6)])
    rows = [_row(case, readers) for case in (rare, *CASES)]
    return [*rows, _misspelled(readers, tail)]


def _row(case: Case, readers: Sequence[Reader]) -> dict[str, object]:
    times, hits = [], 0
    for question in case.questions:
        for reader in readers:
            for _again in range(ASKED_EACH):
                started = time.perf_counter()
                found = search(question, reader, unfinished=case.unfinished)
                times.append(time.perf_counter() - started)
            hits = max(hits, found.total)
    return {"case": case.name, "hits": hits, **_times(times)}


def _misspelled(readers: Sequence[Reader], tail: Sequence[str]) -> dict[str, object]:
    """What the page does with a word that nobody wrote: a search in vain, then what may have been meant."""
    times, hits = [], 0
    for written in (
        "fordonstvätar",
        "legionela",
        "tillsin",
        "egenkontrol",
        tail[0][:-1],
        tail[100][:5] + tail[100][6:],
    ):
        for reader in readers:
            for _again in range(ASKED_EACH):
                started = time.perf_counter()
                search(written, reader)
                meant = suggestion(written, reader)
                times.append(time.perf_counter() - started)
            hits += bool(meant)
    return {"case": "misspelled word", "hits": hits, **_times(times)}


def _times(times: Sequence[float]) -> dict[str, float]:
    cut = quantiles(times, n=20)
    return {"p50": round(1000 * cut[9], 1), "p95": round(1000 * cut[18], 1)}
