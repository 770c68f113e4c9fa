"""The components as template tags: `{% load samsyn %}`. Values come from `samsyn.core.components`."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.forms.boundfield import BoundField
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.core.components.interface import (
    Alert,
    AnswerBar,
    AnswerRow,
    Chip,
    Crumb,
    DateRow,
    EmptyState,
    Fact,
    ProgressRows,
    Tab,
    Table,
    TileMap,
    TimelineStep,
    TodoRow,
    WeekColumns,
    answer_labels,
    draw_answer_bar,
    draw_field,
    draw_icon,
    draw_rows,
    footer_groups,
    form_errors,
    pagination_of,
    person_links,
)
from samsyn.core.components.interface import address_of as find_address
from samsyn.core.language.interface import reader_language

register = template.Library()
Values = dict[str, Any]


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """`{% icon "open-book" %}` beside a word; `{% icon "magnifying-glass" label %}` alone."""
    return draw_icon(name, label)


@register.inclusion_tag("core/components/exempeldata.html")
def exempeldata() -> Values:
    """The label that says that a figure is invented."""
    return {}


@register.inclusion_tag("core/components/status_line.html")
def status_line(facts: Sequence[Fact]) -> Values:
    """The object's facts in one row: state, time, taking part, decision, owner."""
    return {"facts": facts}


@register.inclusion_tag("core/components/state.html")
def state(tone: str, icon_name: str, word: str) -> Values:
    """A state as icon and word; the colour alone says nothing."""
    return {"tone": tone, "icon": icon_name, "word": word}


@register.inclusion_tag("core/components/tag.html")
def tag(word: str, tone: str = "", icon_name: str = "") -> Values:
    """A short label: `{% tag "Utkast" "waits" "hourglass" %}`; the word says it, the colour only repeats it."""
    return {"word": word, "tone": tone, "icon": icon_name}


@register.inclusion_tag("core/components/tab_bar.html")
def tabs(tabs: Sequence[Tab], label: str = "") -> Values:
    """Links between the pages of one object."""
    return {"tabs": tabs, "label": label or _("Pages of this object")}


@register.inclusion_tag("core/components/breadcrumbs.html")
def breadcrumbs(crumbs: Sequence[Crumb]) -> Values:
    """The way here; the last step is the page itself."""
    return {"crumbs": crumbs}


@register.inclusion_tag("core/components/chips.html")
def chips(choices: Sequence[Chip], label: str) -> Values:
    """The choices of a filter, as links."""
    return {"choices": choices, "label": label}


@register.inclusion_tag("core/components/todo_rows.html")
def todo_rows(rows: Sequence[TodoRow]) -> Values:
    """What waits for the reader."""
    return {"rows": rows}


@register.inclusion_tag("core/components/date_rows.html")
def date_rows(rows: Sequence[DateRow], with_year: bool = False) -> Values:
    """Things with a day."""
    return {"rows": rows, "with_year": with_year}


@register.inclusion_tag("core/components/timeline.html")
def timeline(steps: Sequence[TimelineStep]) -> Values:
    """The steps of a way, from left to right; downwards on a phone."""
    return {"steps": steps}


@register.inclusion_tag("core/components/table.html")
def data_table(table: Table) -> Values:
    """A dense table that scrolls in its own box."""
    columns = table.columns
    return {
        "table": table,
        "body": draw_rows(columns, table.rows),
        "foot": draw_rows(columns, table.foot),
    }


@register.inclusion_tag("core/components/empty.html")
def empty_state(empty: EmptyState) -> Values:
    """Nothing here, and what fills it."""
    return {"empty": empty}


@register.simple_block_tag
def details(content: str, summary: str, icon_name: str = "") -> SafeString:
    """`{% details "Så räknas det" %}…{% enddetails %}`: a fold that works without scripts."""
    values = {"content": content, "summary": summary, "icon": icon_name}
    return SafeString(render_to_string("core/components/details.html", values))


@register.inclusion_tag("core/components/alert.html")
def alert(value: Alert) -> Values:
    """A message in words."""
    return {"alert": value}


@register.inclusion_tag("core/components/skeleton.html")
def skeleton() -> Values:
    """The shape of a part that is being fetched."""
    return {}


@register.inclusion_tag("core/components/pagination.html", takes_context=True)
def pagination(context: Context, page: "Page[object]") -> Values:
    """The pages of a long list; nothing when all fits on one."""
    return {"pagination": pagination_of(page, context["request"].GET)}


# --- Figures ---------------------------------------------------------------------------------------------


@register.simple_tag
def answer_bar(bar: AnswerBar) -> SafeString:
    """One bar of A, UA, EK and EA."""
    return draw_answer_bar(bar)


@register.inclusion_tag("core/components/answer_rows.html")
def answer_rows(rows: Sequence[AnswerRow], caption: str, unit: str) -> Values:
    """Answers per question; `unit` heads the bars ("84 objekt")."""
    return {"rows": rows, "caption": caption, "unit": unit}


@register.inclusion_tag("core/components/answer_legend.html")
def answer_legend() -> Values:
    """What the bars' patterns mean, in the order of the bars."""
    return {"answers": [(code, code.upper(), label) for code, label in answer_labels()]}


@register.inclusion_tag("core/components/progress_rows.html")
def progress_rows(rows: ProgressRows, caption: str) -> Values:
    """Done of planned per office."""
    return {"rows": rows, "caption": caption}


@register.inclusion_tag("core/components/tile_map.html")
def tile_map(county: TileMap) -> Values:
    """The county as tiles, which are a list by name as well."""
    return {"map": county}


@register.inclusion_tag("core/components/week_columns.html")
def week_columns(columns: WeekColumns) -> Values:
    """What each week gave, and what the coming ones need."""
    return {"columns": columns}


@register.inclusion_tag("core/components/tile_key.html")
def tile_key(key: str) -> Values:
    """The steps of the map's colours; `key` says what is counted ("Gjort av planerat, %:")."""
    labels = ["0", "1–24", "25–49", "50–74", "75–99", "100"]
    return {"key": key, "steps": list(enumerate(labels))}


# --- Forms -----------------------------------------------------------------------------------------------


@register.inclusion_tag("core/components/field.html")
def field(bound: BoundField) -> Values:
    """A form's field with label, help and errors, whatever its widget is."""
    return {"field": draw_field(bound), "bound": bound}


@register.inclusion_tag("core/components/error_summary.html")
def error_summary(form: forms.BaseForm) -> Values:
    """The errors of a form that was sent, above it; it takes focus, so a fresh form has none."""
    errors = form_errors(form) if form.is_bound else []
    heading = ngettext(
        "Correct %(number)d error to go on", "Correct %(number)d errors to go on", len(errors)
    ) % {"number": len(errors)}
    return {"errors": errors, "heading": heading}


# --- Page shell ------------------------------------------------------------------------------------------


@register.simple_tag
def address_of(name: str) -> str:
    """A page's address by URL name; empty while the page does not exist."""
    return find_address(name)


@register.simple_tag
def footer_columns() -> SafeString:
    """The columns of links in the footer, the same on every page of a language."""
    return _footer(reader_language())


@cache
def _footer(language: str) -> SafeString:
    return render_to_string("core/components/footer_groups.html", {"groups": footer_groups()})


@register.simple_tag
def links_of_person() -> list[tuple[str, str, str]]:
    """Icon, label and address of the pages under the reader's name."""
    return person_links()
