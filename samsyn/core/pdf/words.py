"""The words that every document carries itself."""

from samsyn.lib.swedish import Language

__all__ = ["words"]

_WORDS: dict[str, tuple[str, str]] = {
    "draft": ("UTKAST", "DRAFT"),
    "draft_note": ("Utkast. Innehållet kan ändras.", "Draft. The content may change."),
    "exempeldata": ("exempeldata", "example data"),
    "exempeldata_note": (
        "Dokumentet innehåller påhittade uppgifter som exempel.",
        "This document holds invented data as an example.",
    ),
    "page": ("Sida", "Page"),
    "of": ("av", "of"),
    "contents": ("Innehåll", "Contents"),
    "version": ("Version", "Version"),
    "question": ("Fråga", "Question"),
    "answers": ("Antal svar", "Answers"),
    "share": ("Andel avvikelse", "Share deviating"),
    "key": (
        "A avvikelse, UA utan avvikelse, EK ej kontrollerad, EA ej aktuell. "
        "Andel avvikelse = A / (A + UA), n = A + UA.",
        "A deviation, UA no deviation, EK not checked, EA not applicable. "
        "Share deviating = A / (A + UA), n = A + UA.",
    ),
    "too_few": ("Visas när minst {k} har svarat", "Shown when at least {k} have answered"),
    "nothing": ("Inga svar", "No answers"),
    "required": ("obligatorisk", "required"),
    "law": ("Lagrum", "Law"),
    "purpose": ("Syfte", "Purpose"),
    "date_form": ("år – månad – dag", "year – month – day"),
    "photo": ("Foto nummer", "Photo number"),
    "place": ("Plats eller koordinater", "Place or coordinates"),
    "comment": ("Anteckning", "Note"),
    "number": ("Nr", "No."),
    "point": ("Kontrollpunkt", "Control point"),
    "answer": ("Svar", "Answer"),
    "deviation": ("Avvikelse", "Deviation"),
    "sign_date": ("Ort och datum", "Place and date"),
    "sign_name": ("Namnförtydligande", "Name in print"),
    "ticked": ("ikryssad", "ticked"),
}


def words(language: Language) -> dict[str, str]:
    """All of them in one language."""
    return {name: pair[0 if language == "sv" else 1] for name, pair in _WORDS.items()}
