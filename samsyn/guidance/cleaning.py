"""What may stand in a clause's text: headings, lists, tables, figures and links. All else is taken away."""

from collections.abc import Mapping
from typing import Any

from bs4 import BeautifulSoup
from wagtail.whitelist import Whitelister, allow_without_attributes, attribute_rule, check_url

_PLAIN = (
    "p", "br", "strong", "b", "em", "i", "sub", "sup", "ul", "ol", "li", "h4", "h5",
    "table", "caption", "thead", "tbody", "tr", "figure", "figcaption", "[document]",
)  # fmt: skip
_DROPPED = ("script", "style", "iframe", "object", "embed", "template", "form", "noscript")


def _own_picture(address: str) -> str | None:
    """Pictures come from this installation alone: another's server would see who reads."""
    return address if address.startswith("/") and not address.startswith("//") else None


class _Cleaner(Whitelister):  # type: ignore[misc]  # Wagtail has no types
    element_rules: Mapping[str, Any] = {
        **dict.fromkeys(_PLAIN, allow_without_attributes),
        "a": attribute_rule({"href": check_url}),
        "th": attribute_rule({"scope": True, "colspan": str.strip, "rowspan": str.strip}),
        "td": attribute_rule({"colspan": str.strip, "rowspan": str.strip}),
        "img": attribute_rule({"src": _own_picture, "alt": True, "width": True, "height": True}),
    }


def clean_html(text: str) -> str:
    """The text with nothing in it but what a clause may have; safe to show as it is."""
    soup = BeautifulSoup(text, "html.parser")
    for found in soup.find_all(_DROPPED):
        found.decompose()
    return str(_Cleaner().clean(str(soup))).strip()


def plain_text(html: str) -> str:
    """The words of a clause, for search and for telling what changed; one line a paragraph."""
    soup = BeautifulSoup(html, "html.parser")
    parts = [part.strip() for part in soup.get_text("\n").split("\n")]
    return "\n".join(part for part in parts if part)


def pictures_without_text(html: str) -> int:
    """How many pictures lack a text for those who do not see them."""
    soup = BeautifulSoup(html, "html.parser")
    return sum(1 for picture in soup.find_all("img") if not str(picture.get("alt", "")).strip())
