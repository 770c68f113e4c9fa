"""Making the form that officers fill in: the visit, the checklist, the office's own questions, and the measures."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_noop

from samsyn.campaigns.codes import Measure, SelectionMethod
from samsyn.campaigns.columns import COMPLIANT, DEVIATION, NOT_APPLICABLE, NOT_CHECKED, Code, Column
from samsyn.campaigns.models import Campaign, CampaignForm
from samsyn.checklists.interface import ChecklistVersion, local_questions_of, workbook_of
from samsyn.lib.tally import Codebook
from samsyn.lib.xform import FormDefinition, Item, Workbook, compile_form
from samsyn.organisations.interface import Office

VISIT, LOCAL, CLOSING = "sam_besok", "sam_lokala", "sam_atgarder"
REFERENCE, OBJECT_TYPE, VISITED_ON = "sam_referens", "sam_objekttyp", "sam_datum"
SELECTION, MEASURES, MINUTES = "sam_urval", "sam_atgard", "sam_minuter"
HEADER = (REFERENCE, OBJECT_TYPE, VISITED_ON, SELECTION, MEASURES, MINUTES)
_KINDS = {
    "select_one": "choice", "select_multiple": "choices", "integer": "number", "decimal": "number",
    "date": "date", "image": "photo", "geopoint": "place", "calculate": "text",
}  # fmt: skip
_ROLES = {"ek": NOT_CHECKED, "ea": NOT_APPLICABLE}


def make_form(
    *, campaign: Campaign, version: ChecklistVersion, office: Office | None = None
) -> CampaignForm:
    """The campaign's form with a checklist version; a new one only when it differs from those that are there.

    An office with own questions gets its own form beside the common one; both count in the same codebook.
    """
    definition = _compiled(campaign, version, office)
    columns = common_columns(definition)
    form, _ = CampaignForm.objects.get_or_create(
        campaign=campaign,
        version=definition.version,
        defaults={
            "checklist_version": version,
            "office": office,
            "definition": definition.to_json(),
            "codebook": codebook_for(columns).to_json(),
            "columns": [column.to_json() for column in columns],
        },
    )
    CampaignForm.objects.filter(campaign=campaign, office=office).exclude(pk=form.pk).update(
        is_current=False
    )
    if office is None:
        # A new checklist version: the offices' own forms follow when they set their questions to it.
        CampaignForm.objects.filter(campaign=campaign).exclude(checklist_version=version).update(
            is_current=False
        )
    if not form.is_current:
        form.is_current = True
        form.save(update_fields=["is_current"])
    return form


def _compiled(
    campaign: Campaign, version: ChecklistVersion, office: Office | None
) -> FormDefinition:
    workbook = workbook_of(version)
    local = local_questions_of(version, office) if office else None
    survey = [*_visit_rows(campaign), *workbook.survey]
    choices = [*_own_lists(campaign), *workbook.choices]
    if local:
        own = workbook_of(local)
        survey += [
            _row("begin group", LOCAL, gettext_noop("The office's own questions")),
            *own.survey,
            _row("end group"),
        ]
        choices += [row for row in own.choices if row not in workbook.choices]
    survey += _closing_rows()
    text = repr((survey, choices)).encode()
    name = f"{version.number}-{hashlib.sha256(text).hexdigest()[:10]}"
    return compile_form(
        Workbook(survey=survey, choices=choices, settings=workbook.settings),
        form_id=campaign.slug,
        version=name,
        title=campaign.title,
    )


def _visit_rows(campaign: Campaign) -> list[dict[str, Any]]:
    rows = [
        _row("begin group", VISIT, gettext_noop("The visit")),
        _row(
            "text", REFERENCE, gettext_noop("The office's own reference"), required="yes",
            hint=gettext_noop("Registry number or object number. Write no names of people."),
            constraint="string-length(.) <= 120",
        ),
    ]  # fmt: skip
    if campaign.object_types.exists():
        rows.append(
            _row(
                "select_one sam_objekttyper",
                OBJECT_TYPE,
                gettext_noop("Object type"),
                required="yes",
            )
        )
    period = {}
    if campaign.starts and campaign.ends:
        period = {"constraint": f". >= '{campaign.starts}' and . <= '{campaign.ends}'"}
        period |= _translated(
            "constraint_message",
            gettext_noop("The day of the visit must lie within the campaign's period."),
        )
    rows += [
        _row("date", VISITED_ON, gettext_noop("Day of the visit"), required="yes", **period),
        _row(
            "select_one sam_urval_lista",
            SELECTION,
            gettext_noop("How was the object chosen?"),
            required="yes",
        ),
        _row("end group"),
    ]
    return rows


def _closing_rows() -> list[dict[str, Any]]:
    return [
        _row("begin group", CLOSING, gettext_noop("Measures and time")),
        _row("select_multiple sam_atgardslista", MEASURES, gettext_noop("Measures taken"), required="yes"),
        _row(
            "integer", MINUTES, gettext_noop("Time spent, minutes"), constraint=". >= 0 and . <= 20000",
            hint=gettext_noop("Preparation, visit and work afterwards for this object."),
        ),
        _row("end group"),
    ]  # fmt: skip


def _own_lists(campaign: Campaign) -> list[dict[str, Any]]:
    types = [
        {
            "list_name": "sam_objekttyper",
            "name": kind.key,
            "label::Svenska (sv)": _type_name(kind.name, kind),
        }
        for kind in campaign.object_types.all()
    ]
    return [
        *types,
        *_list("sam_urval_lista", SelectionMethod.choices),
        *_list("sam_atgardslista", Measure.choices),
    ]


def _type_name(name: str, kind: Any) -> str:
    codes = " ".join(part for part in (kind.activity_code, kind.level) if part)
    return f"{name} ({codes})" if codes else name


def _list(name: str, choices: Iterable[tuple[Any, str | Promise]]) -> list[dict[str, Any]]:
    return [
        {"list_name": name, "name": str(code), **_translated("label", label)}
        for code, label in choices
    ]


def _row(
    kind: str, name: str = "", label: str = "", *, hint: str = "", **columns: str
) -> dict[str, Any]:
    row: dict[str, Any] = {"type": kind, **({"name": name} if name else {}), **columns}
    if label:
        row |= _translated("label", label)
    if hint:
        row |= _translated("hint", hint)
    return row


def _translated(column: str, text: str | Promise) -> dict[str, str]:
    """A text of ours in both languages of a form."""
    found = {}
    for code, name in (("sv", "Svenska (sv)"), ("en", "English (en)")):
        with translation.override(code):
            found[f"{column}::{name}"] = (
                translation.gettext(text) if isinstance(text, str) else str(text)
            )
    return found


def common_columns(form: FormDefinition) -> list[Column]:
    """The columns of the common result: everything but the office's own questions."""
    sections = {item.path: item for item in form.items if item.type in {"group", "repeat"}}
    return [
        _column(item, form, sections)
        for item in form.questions
        if f"/{LOCAL}/" not in item.path and not (item.type == "calculate" and not item.label)
    ]


def _column(item: Item, form: FormDefinition, sections: dict[str, Item]) -> Column:
    kind = _KINDS.get(item.type, "text")
    if item.type == "select_one" and item.own.deviation:
        kind = "assessed"
    coded = item.type in {"select_one", "select_multiple"} and not item.repeat
    section = sections.get(item.parent)
    return Column(
        name=item.name,
        path=item.path,
        label=_in("sv", item.label, item.name),
        label_en=_in("en", item.label, ""),
        kind=kind,
        number=item.own.number,
        section=_in("sv", section.label, section.name) if section else "",
        header=item.name in HEADER,
        codes=_codes(item, form) if coded else (),
        law=item.own.law,
        purpose=item.own.purpose,
        comment=f"{item.name}_kommentar" if f"{item.name}_kommentar" in form.by_name else "",
        sanction_fee=item.own.sanction_fee,
        multiple=item.type == "select_multiple",
    )


def _codes(item: Item, form: FormDefinition) -> tuple[Code, ...]:
    assessed = bool(item.own.deviation)
    return tuple(
        Code(
            code=choice.name,
            label=_in("sv", choice.label, choice.name),
            label_en=_in("en", choice.label, ""),
            role=_role(choice.name, item.own.deviation) if assessed else "",
        )
        for choice in form.choices.get(item.choices, ())
    )


def _role(code: str, deviation: tuple[str, ...]) -> str:
    return DEVIATION if code in deviation else _ROLES.get(code, COMPLIANT)


def _in(language: str, texts: dict[str, str], otherwise: str) -> str:
    return texts.get(language) or (
        next(iter(texts.values()), otherwise) if language == "sv" else otherwise
    )


def codebook_for(columns: Iterable[Column]) -> Codebook:
    """One coded question per single choice, and one per answer of a multiple choice."""
    questions: dict[str, tuple[str, ...]] = {}
    for column in columns:
        if column.multiple:
            questions |= {f"{column.name}/{code.code}": ("yes", "no") for code in column.codes}
        elif column.codes:
            questions[column.name] = tuple(code.code for code in column.codes)
    return Codebook.of(questions)
