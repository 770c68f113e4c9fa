"""The few words that charts write themselves, in both languages of the house."""

from functools import lru_cache

from samsyn.lib.rounding import Number, exact
from samsyn.lib.swedish import Language, format_number

_WORDS: dict[str, tuple[str, str]] = {
    "question": ("Fråga", "Question"),
    "A": ("A avvikelse", "A deviation"),
    "UA": ("UA utan avvikelse", "UA no deviation"),
    "EK": ("EK ej kontrollerad", "EK not checked"),
    "EA": ("EA ej aktuell", "EA not applicable"),
    "share_deviating": ("Andel avvikelse", "Share deviating"),
    "assessed": ("Bedömda (n)", "Assessed (n)"),
    "too_few": ("Visas när minst {k} har svarat", "Shown when at least {k} have answered"),
    "nothing": ("Inga svar än", "No answers yet"),
    "week": ("Vecka", "Week"),
    "week_short": ("v.", "w."),
    "done": ("Gjorda", "Done"),
    "needed": ("Behövs", "Needed"),
    "needed_label": ("{n} behövs", "{n} needed"),
    "office": ("Kontor", "Office"),
    "deviating": ("Avvikelser", "Deviations"),
    "standing": ("Läge", "Standing"),
    "inside": ("innanför 95 %-gränserna", "within the 95% limits"),
    "outside_95": ("utanför 95 %, innanför 99,8 %", "outside 95%, within 99.8%"),
    "outside_998": ("utanför 99,8 %", "outside 99.8%"),
    "limit_95": ("95 %-gräns", "95% limit"),
    "limit_998": ("99,8 %-gräns", "99.8% limit"),
    "county": ("Länet", "County"),
    "number": ("Antal", "Number"),
    "of_all": ("Av alla", "Of all"),
    "share": ("Andel", "Share"),
    "share_axis": ("Andel med avvikelse, %", "Share with deviation, %"),
    "n_axis": ("Antal bedömda objekt (n)", "Objects assessed (n)"),
    "value": ("Värde", "Value"),
    "interval": ("95 %-intervall", "95% interval"),
    "planned": ("Planerade", "Planned"),
    "even_pace": ("Jämn takt", "Even pace"),
    "no_part": ("deltar inte", "not taking part"),
    "municipality": ("Kommun", "Municipality"),
    "shared_office": ("gemensamt kontor", "shared office"),
    "band_low": ("Bandets nedre", "Band low"),
    "band_high": ("Bandets övre", "Band high"),
    "dropout": ("– bortfall", "– not reported"),
    "not_applicable": (". ej tillämplig", ". not applicable"),
    "secret": (".. sekretess", ".. confidential"),
    "source": ("? saknas i källan", "? missing in the source"),
    "rest": ("Detalj", "Detail"),
}


def word(name: str, language: Language, **values: object) -> str:
    """A chart's own word; hard spaces before the per cent sign."""
    text = _WORDS[name][0 if language == "sv" else 1].replace(" %", "\u00a0%")
    return text.format(**values) if values else text


@lru_cache(maxsize=1024)
def percent_of(share: Number, language: Language) -> str:
    """A share between 0 and 1 that is no count among others: "39 %", rounded half up."""
    text = format_number(exact(share) * 100, 0, language=language)
    return f"{text}\u00a0%" if language == "sv" else f"{text}%"
