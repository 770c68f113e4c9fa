"""Message catalogues without gettext's own programs: collect the texts of each package, compile its translations.

`python -m scripts.messages collect` updates `samsyn/*/locale/*/LC_MESSAGES/django.po`, `compile` writes the .mo files.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

from scripts.project import ROOT

LANGUAGE = "sv"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def packages() -> list[Path]:
    """The packages that may have texts."""
    return sorted(path.parent for path in (ROOT / "samsyn").glob("*/__init__.py"))


def catalogue_of(package: Path, language: str = LANGUAGE) -> Path:
    """Where the package keeps its texts in a language."""
    return package / "locale" / language / "LC_MESSAGES" / "django.po"


def sources(package: Path) -> Iterator[Path]:
    """The files of a package that can hold texts of the interface."""
    for path in sorted(
        [
            *package.rglob("*.py"),
            *package.rglob("templates/**/*.html"),
            *package.rglob("templates/**/*.txt"),
        ]
    ):
        if not {"tests", "migrations", "__pycache__"} & set(path.relative_to(package).parts):
            yield path


def collect(package: Path) -> Catalog:
    """All texts of a package's code and templates, with the files they stand in."""
    found = Catalog(domain="django", charset="utf-8")
    for path in sources(package):
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            text = python_like(text, str(path.relative_to(ROOT)))
        name = path.relative_to(ROOT).as_posix()
        rows = extract(
            "python", io.BytesIO(text.encode()), KEYWORDS, comment_tags=("Translators:",)
        )
        for _line, message, comments, context in rows:
            found.add(message, locations=[(name, 1)], auto_comments=comments, context=context)
    return found


def python_like(template: str, origin: str) -> str:
    """A template as text that a Python tokenizer reads: Django's own conversion, without its indentation."""
    return "\n".join(line.strip() for line in templatize(template, origin=origin).split("\n"))


def read(path: Path) -> Catalog:
    """A catalogue as it stands; an empty one when the package has none."""
    if not path.exists():
        return Catalog(locale=LANGUAGE, domain="django", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE, domain="django")


def update(package: Path) -> list[str]:
    """Bring the package's Swedish catalogue up to its code; the texts that still lack Swedish."""
    found, path = collect(package), catalogue_of(package)
    if not len(found) and not path.exists():
        return []
    catalogue = read(path)
    made = catalogue.creation_date
    # A guess by likeness would put a wrong sentence on the screen; an empty one is caught by a test.
    catalogue.update(found, no_fuzzy_matching=True)
    catalogue.creation_date = made
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(
            file,
            catalogue,
            width=100,
            sort_by_file=True,
            ignore_obsolete=True,
            include_lineno=False,
        )
    return untranslated(catalogue, found)


def untranslated(catalogue: Catalog, found: Catalog) -> list[str]:
    """The collected texts without a (whole) translation in the catalogue."""
    missing = []
    for message in found:
        if not message.id:
            continue
        key = message.id[0] if isinstance(message.id, tuple | list) else message.id
        own = catalogue.get(key, message.context)
        parts = (
            own.string
            if own and isinstance(own.string, tuple | list)
            else [own.string if own else ""]
        )
        if own is None or own.fuzzy or not all(parts):
            missing.append(key)
    return missing


def compile_all() -> int:
    """Write the .mo file beside each .po file; how many."""
    paths = sorted((ROOT / "samsyn").glob("*/locale/*/LC_MESSAGES/django.po"))
    for path in paths:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parent.parent.name, domain="django")
        with path.with_suffix(".mo").open("wb") as out:
            write_mo(out, catalogue)
    return len(paths)


def ready() -> None:
    """templatize wants some settings; any will do."""
    if not settings.configured:
        settings.configure(USE_I18N=True)
        django.setup()


def main() -> None:
    """Collect or compile, as the command line says."""
    ready()
    if sys.argv[1:] == ["compile"]:
        print(f"{compile_all()} catalogues compiled")
    elif sys.argv[1:] == ["collect"]:
        for package in packages():
            for text in update(package):
                print(f"{catalogue_of(package).relative_to(ROOT)}: no Swedish yet: {text!r}")
    else:
        sys.exit("Say compile or collect: python -m scripts.messages collect")


if __name__ == "__main__":
    main()
