"""Icons of Aksel, drawn into the page so that they take the colour of the text.

The set is named in frontend/build/icons.json and written by `npm run build`.
"""

import functools
import json
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


class UnknownIcon(LookupError):
    """No icon of that name is in the set."""


@functools.cache
def drawings(path: Path) -> dict[str, str]:
    """Every icon's inner SVG by name."""
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as missing:
        raise ImproperlyConfigured(
            f"{path} is missing. Run `make setup` (or `npm run build`)."
        ) from missing


def draw_icon(name: str, label: str = "") -> SafeString:
    """The icon as SVG; beside a word it is hidden from screen readers, alone it carries `label`."""
    return _drawn(settings.BUILD_DIR, name, str(label))


@functools.lru_cache(maxsize=512)
def _drawn(folder: Path, name: str, label: str) -> SafeString:
    known = drawings(folder / "frontend" / "icons.json")
    if name not in known:
        raise UnknownIcon(f"{name}: add it to frontend/build/icons.json and run `npm run build`.")
    said = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return mark_safe(
        f'<svg class="icon" viewBox="0 0 24 24" fill="none" focusable="false" {said}>{known[name]}</svg>'
    )
