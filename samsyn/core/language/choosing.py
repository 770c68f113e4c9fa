"""Swedish, unless the reader has chosen another of our languages in the page's footer.

What the browser asks for is left aside: many browsers in Swedish offices ask for English, and a page in the wrong language
is worse than one more click.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation

from samsyn.lib.swedish import Language


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """A language in the footer, and the address that chooses it."""

    code: str
    label: str
    url: str
    active: bool


def is_ours(code: str) -> bool:
    """Whether the program speaks the language."""
    return code in dict(settings.LANGUAGES)


def chosen_language(request: HttpRequest) -> str:
    """The code that the reader has chosen, else Swedish."""
    code = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return code if is_ours(code) else settings.LANGUAGE_CODE


def reader_language() -> Language:
    """The language of what is being written, for those who write numbers and dates."""
    return "en" if (translation.get_language() or "sv").startswith("en") else "sv"


def language_choices(request: HttpRequest) -> list[LanguageChoice]:
    """The languages for the footer; each leads back to the page where it was chosen."""
    back = request.get_full_path() if request.method == "GET" else request.path
    now = translation.get_language()
    return [
        LanguageChoice(
            code=code,
            label=str(label),
            url=f"{reverse('core:language', args=[code])}?{urlencode({'till': back})}",
            active=code == now,
        )
        for code, label in settings.LANGUAGES
    ]
