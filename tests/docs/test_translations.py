"""Every text of the interface has its Swedish."""

from collections import defaultdict
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "samsyn").glob("*/locale/sv/LC_MESSAGES/django.po"))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-5])
def test_no_text_is_left_in_english(path: Path) -> None:
    with path.open("rb") as stream:
        catalogue = read_po(stream, locale="sv")
    missing = [
        message.id
        for message in catalogue
        if message.id
        and not (message.string if isinstance(message.string, str) else all(message.string))
    ]
    assert missing == [], (
        f"Write the Swedish in {path.relative_to(ROOT)} (make messages collects the texts)."
    )


def test_one_text_has_one_translation() -> None:
    """All catalogues are read as one: of two translations of the same text only one would ever be shown."""
    translations: dict[tuple[str | None, object], dict[str, object]] = defaultdict(dict)
    for path in CATALOGUES:
        with path.open("rb") as stream:
            for message in read_po(stream, locale="sv"):
                if message.id:
                    translations[message.context, message.id][path.parts[-5]] = message.string
    split = {key: said for key, said in translations.items() if len(set(said.values())) > 1}
    assert split == {}, (
        "Write the same Swedish, or tell the texts apart by a context: pgettext, or `translate … context …`."
    )
