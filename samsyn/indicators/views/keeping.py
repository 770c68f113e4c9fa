"""Keeping what is published: a new definition, a correction, the revisions of a value, what a release rests on."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import today
from samsyn.indicators.access import (
    check_runs,
    get_figure_to_correct,
    get_indicator_to_define,
    get_indicator_to_see,
    may_see_revisions,
    runs_rounds,
)
from samsyn.indicators.actions.definition import introduce_indicator, publish_definition
from samsyn.indicators.actions.publishing import correct_figure
from samsyn.indicators.codes import Comparability, Part
from samsyn.indicators.forms import CorrectionForm, DefinitionForm, NewIndicatorForm
from samsyn.indicators.frozen import figures_of, fingerprint
from samsyn.indicators.messages import refusal_text
from samsyn.indicators.models import Figure, Release
from samsyn.indicators.picture import picture_of
from samsyn.indicators.queries import newest_definition
from samsyn.indicators.refusals import Refused
from samsyn.indicators.views.pages import head_of
from samsyn.organisations.interface import MemberRequest, SamsynRequest, public

COPIED = (
    "key",
    "part",
    "name",
    "unit",
    "help_text",
    "decimals",
    "lowest",
    "highest",
    "jump_percent",
)
KEPT = ("source", "source_url", "multiplier", "interval")


def define(request: MemberRequest, key: str) -> HttpResponse:
    """The next version of a definition, with the components of the one before."""
    found = get_indicator_to_define(request.actor, request.collaboration, key)
    newest = newest_definition(found)
    if newest is None:
        raise Http404
    initial = {
        name: getattr(newest, name) for name in DefinitionForm.base_fields if name != "change_note"
    }
    form = DefinitionForm(request.POST or None, initial={**initial, "breaks_series": False})
    if request.method == "POST" and form.is_valid():
        components = [{n: getattr(one, n) for n in COPIED} for one in newest.components.all()]
        kept = {name: getattr(newest, name) for name in KEPT}
        try:
            publish_definition(
                by=request.actor,
                indicator=found,
                components=components,
                **kept,
                **form.cleaned_data,
            )
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            messages.success(
                request, _("The new version is in force for rounds that open from now on.")
            )
            return redirect("indicators:collecting")
    context = {"form": form, "indicator": found, "newest": newest}
    return render(request, "indicators/define.html", context, status=422 if form.errors else 200)


def new_indicator(request: MemberRequest) -> HttpResponse:
    """A new key figure with what the offices will report for it."""
    check_runs(request.actor)
    initial = {"first_year": today().year, "comparability": Comparability.OWN_TREND, "decimals": 0}
    form = NewIndicatorForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            introduce_indicator(
                by=request.actor,
                collaboration=request.collaboration,
                key=form.cleaned_data["key"],
                about=form.about(),
                meaning=form.meaning(),
                components=form.components(),
            )
        except Refused as refused:
            form.add_error("key", refusal_text(refused))
        else:
            messages.success(
                request,
                _(
                    "The key figure is made. It is collected in the next round that covers its first year."
                ),
            )
            return redirect("indicators:collecting")
    status = 422 if form.errors else 200
    return render(request, "indicators/new_indicator.html", {"form": form}, status=status)


def correct(request: MemberRequest, key: str, area: str, year: int) -> HttpResponse:
    """A released figure corrected, from its components; the earlier value stays readable."""
    figure = get_figure_to_correct(request.actor, request.collaboration, key, area, year)
    parts = _parts(figure)
    standing = {
        Part.NUMERATOR: figure.numerator,
        Part.DENOMINATOR: figure.denominator,
        Part.VALUE: figure.value,
    }
    initial: dict[str, object] = {"missing": figure.missing}
    for part, value in standing.items():
        initial[part] = None if value is None else value.normalize()
    form = CorrectionForm(request.POST or None, parts=parts, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            correct_figure(
                by=request.actor,
                figure=figure,
                reason=form.cleaned_data["reason"],
                parts={part: form.cleaned_data[part] for part in form.parts},
                missing=form.cleaned_data["missing"],
            )
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            messages.success(request, _("Corrected. The earlier value can still be read."))
            return redirect("indicators:revisions", key, area, year)
    context = {"form": form, "figure": figure}
    return render(request, "indicators/correct.html", context, status=422 if form.errors else 200)


def _parts(figure: Figure) -> list[tuple[str, str]]:
    """What is corrected: the components when the figure was worked out here, else the value that others published."""
    if figure.numerator is not None or figure.release_id is not None:
        return [(one.part, one.name) for one in figure.definition.components.all()]
    return [(Part.VALUE, _("Value, %(unit)s") % {"unit": figure.definition.unit})]


@public
def revisions(request: SamsynRequest, key: str, area: str, year: int) -> HttpResponse:
    """Every revision of one value: who, when, why, and what it was."""
    found = get_indicator_to_see(request.collaboration, key)
    rows = found.figures.filter(area=area, year=year).select_related("definition", "published_by")
    figures = list(rows.order_by("-revision"))
    if not figures or not may_see_revisions(request.actor or None, figures[0]):
        raise Http404
    picture = picture_of(found)
    assert picture is not None
    context = {
        **head_of(picture),
        "picture": picture,
        "figures": figures,
        "latest": figures[0],
        "runs": runs_rounds(request.actor or None),
    }
    return render(request, "indicators/revisions.html", context)


@public
def provenance(request: SamsynRequest, year: int) -> HttpResponse:
    """What a released round rests on: the decision, the fingerprint, and whether its figures come out the same today."""
    release = (
        Release.objects.filter(round__collaboration=request.collaboration, round__year=year)
        .select_related("round")
        .first()
    )
    if release is None:
        raise Http404
    context = {
        "release": release,
        "intact": fingerprint(release.frozen) == release.fingerprint,
        "reproduced": _reproduces(release),
        "figures": release.figures.filter(revision=1).count(),
    }
    return render(request, "indicators/provenance.html", context)


def _reproduces(release: Release) -> bool:
    """Whether today's program gets from the frozen copy exactly the figures that were released."""
    stored = {
        (one.definition_id, one.office_id): (one.value, one.missing)
        for one in release.figures.filter(revision=1)
    }
    again = {
        (one.definition, one.office): (one.worked.value, str(one.worked.missing))
        for one in figures_of(release.frozen)
    }
    return stored == again
