"""Sends every form of the coordinator's pages with a script, and with an enormous text, in its fields."""

from collections.abc import Iterator

from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import resolve
from lxml import html

from tests.access.growing import READERS, places

SCRIPT = '"><script>alert("samsyn")</script>'
ENORMOUS = "å" * 300_000
# What ends the session of who walks, or leads out of ours.
NOT_SENT = ("/konto/logout/",)
TYPED = {"text", "search", "email", "url", "tel", ""}


def forms_of(content: bytes, path: str) -> Iterator[tuple[str, html.FormElement]]:
    if not content.strip():
        return
    for form in html.document_fromstring(content).forms:
        action = form.get("action") or path
        if form.method == "POST" and action.startswith("/") and action not in NOT_SENT:
            yield action, form


def filled(form: html.FormElement, text: str) -> dict[str, object]:
    """What is there already, and the text wherever something can be typed."""
    sent: dict[str, object] = {}
    for field in form.inputs:
        name = field.name
        if not name or getattr(field, "type", "") in {"file", "submit", "button"}:
            continue
        if field.tag == "textarea" or (field.tag == "input" and (field.get("type") or "") in TYPED):
            sent[name] = text
        elif field.value not in (None, [], ""):
            value = field.value
            sent[name] = list(value) if not isinstance(value, str) else value
    return sent


def sent_everywhere(client: Client) -> tuple[int, list[str]]:
    """How many different forms were sent, and what went wrong."""
    wanted = {path for reader in READERS for path in places(reader).values()}
    faults: list[str] = []
    seen: set[tuple[str, ...]] = set()
    for path in sorted(wanted):
        page = client.get(path)
        page.close()
        if page.streaming or not page.headers["Content-Type"].startswith("text/html"):
            continue
        for action, form in forms_of(page.content, path):
            scripted = filled(form, SCRIPT)
            kind = (resolve(action.split("?")[0]).view_name, *scripted)
            if SCRIPT not in scripted.values() or kind in seen:
                continue
            seen.add(kind)
            faults += sent(client, action, scripted)
            faults += sent(client, action, filled(form, ENORMOUS))
    return len(seen), faults


def sent(client: Client, action: str, data: dict[str, object]) -> list[str]:
    cache.clear()  # nobody has asked too often
    with transaction.atomic():
        answer = client.post(action, data, follow=True)
        transaction.set_rollback(True)
    answer.close()
    if answer.status_code >= 500:
        return [f"{action}: {answer.status_code}"]
    if SCRIPT.encode() in answer.content or b'<script>alert("samsyn")' in answer.content:
        return [f"{action}: the script stands in the page"]
    return []
