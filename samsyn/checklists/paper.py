"""An empty checklist as a document to print and fill in with a pen, where there is no network or no hand free."""

from django.utils.translation import gettext as _

from samsyn.checklists.models import ChecklistVersion
from samsyn.checklists.queries import definition_of
from samsyn.checklists.reading import ReadQuestion, ReadSection, read_form
from samsyn.core.clock.interface import localtime, now
from samsyn.core.language.interface import reader_language
from samsyn.core.pdf.interface import (
    Block,
    Document,
    Fact,
    Facts,
    Footer,
    FormQuestion,
    Heading,
    Option,
    Paragraph,
    Signatures,
    render,
)
from samsyn.lib.swedish import format_date

_KINDS = {
    "select_one": "choice", "select_multiple": "multiple", "integer": "number", "decimal": "number", "range": "number",
    "date": "date", "dateTime": "date", "image": "photo", "geopoint": "place", "note": "note",
}  # fmt: skip
# What the program works out or carries by itself is not asked on paper.
_NOT_ASKED = {"calculate", "hidden"}
LINES_OF_TEXT = 2


def paper_of(version: ChecklistVersion) -> bytes:
    """The version as a tagged PDF."""
    return render(_document(version))


def _document(version: ChecklistVersion) -> Document:
    checklist = version.checklist
    day = format_date(localtime(version.published_at or version.uploaded_at).date())
    number = str(version.number) if version.number else _("draft")
    blocks: list[Block] = [
        Paragraph(
            _("Fill in with a pen and enter the answers in Samsyn afterwards. Write no names of people."),
            small=True,
        ),
        Facts(
            (
                Fact(_("The office's own reference"), "………………………………………………"),
                Fact(_("Day of the visit"), "………………………………………………"),
            )
        ),
    ]  # fmt: skip
    for section in read_form(definition_of(version)):
        blocks += _section(section)
    blocks.append(Signatures((_("Inspector"),)))
    return Document(
        title=checklist.title,
        kind=_("Checklist"),
        organisation=checklist.collaboration.name,
        facts=(
            Fact(_("Version"), number),
            Fact(_("Published") if version.published_at else _("Uploaded"), day),
        ),
        footer=Footer(number, day, ""),
        draft=version.number is None,
        exempeldata=checklist.is_example,
        language=reader_language(),
        created=version.published_at or now(),
        blocks=tuple(blocks),
    )


def _section(section: ReadSection) -> list[Block]:
    asked = [one for one in section.questions if one.item.type not in _NOT_ASKED]
    if not asked:
        return []
    blocks: list[Block] = [Heading(section.title or _("Questions"))]
    if section.repeats:
        blocks.append(Paragraph(_("Asked once for each. Copy the page if there are several.")))
    return [*blocks, *(_question(one) for one in asked)]


def _question(question: ReadQuestion) -> FormQuestion:
    item = question.item
    kind = _KINDS.get(item.type, "text")
    return FormQuestion(
        label=question.label,
        kind=kind,  # type: ignore[arg-type]  # the values above are the kinds of a form question
        number=item.own.number,
        options=tuple(Option(label=choice.label) for choice in question.choices),
        hint=" ".join(part for part in (question.hint, question.condition) if part),
        law="; ".join(item.own.law),
        purpose=item.own.purpose,
        lines=LINES_OF_TEXT if kind == "text" else 0,
        required=item.required == "true()",
    )
