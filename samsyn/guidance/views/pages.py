"""Public pages: the list, a document in force, an edition as it was, attachments, and others' guidance."""

from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samsyn.core.clock.interface import today
from samsyn.core.components.interface import Crumb
from samsyn.core.files.interface import hand_out
from samsyn.guidance.access import (
    get_document_to_see,
    get_edition_to_see,
    may_review,
    may_see_draft,
)
from samsyn.guidance.codes import Area, DocumentState
from samsyn.guidance.models import Edition, GuidanceDocument
from samsyn.guidance.queries import (
    cited_laws,
    editions_of,
    is_published,
    listed_documents,
    others_of,
    years_of,
)
from samsyn.guidance.reading import edition_context
from samsyn.guidance.rules import in_force_on
from samsyn.organisations.interface import Permission, SamsynRequest, public

PER_PAGE = 30
_LISTED = [DocumentState.IN_FORCE, DocumentState.REPLACED, DocumentState.WITHDRAWN]


@public
@require_safe
def guidance_list(request: SamsynRequest) -> HttpResponse:
    """All guidance, by area, law and words; in force when nothing else is chosen."""
    given = request.GET
    actor = request.actor or None
    writes = bool(actor and actor.may(Permission.EDIT_PAGES))
    states = [*_LISTED, *([DocumentState.DRAFT, DocumentState.REFERRAL] if writes else [])]
    years = [str(year) for year in years_of(actor, request.collaboration)]
    chosen = {
        "area": given.get("omrade", "") if given.get("omrade", "") in Area.values else "",
        "state": given.get("lage", "") if given.get("lage", "") in states else "",
        "year": given.get("ar", "") if given.get("ar", "") in years else "",
        "law": given.get("lag", "")[:20],
        "question": given.get("q", "").strip()[:80],
    }
    documents = listed_documents(actor, request.collaboration, **chosen)
    page = Paginator(documents, PER_PAGE).get_page(given.get("sida"))
    context = {
        "page": page,
        "documents": [(document, document.editions.all()[:1]) for document in page],
        "chosen": chosen,
        "is_chosen": any(chosen.values()),
        "areas": [("", _("All areas")), *Area.choices],
        "states": [(state.value, state.label) for state in states],
        "years": years,
        "laws": cited_laws(request.collaboration),
        "runs": writes,
        "sees_misses": bool(actor and actor.may(Permission.RUN_COLLABORATION)),
    }
    return render(request, "guidance/list.html", context)


@public
@require_safe
def document(request: SamsynRequest, slug: str) -> HttpResponse:
    """The edition in force, or with `?gallde=` the one that was in force that day."""
    found = get_document_to_see(request.actor or None, request.collaboration, slug)
    editions = editions_of(found)
    asked = request.GET.get("gallde", "")
    if asked:
        return _as_of(request, found, editions, asked)
    current = in_force_on(editions, today()) or (editions[0] if editions else None)
    return _edition_page(request, found, editions, current)


@public
@require_safe
def edition(request: SamsynRequest, slug: str, number: str) -> HttpResponse:
    """An edition at its address for good."""
    found = get_document_to_see(request.actor or None, request.collaboration, slug)
    asked = get_edition_to_see(found, number)
    return _edition_page(request, found, editions_of(found), asked)


@public
@require_safe
def edition_pdf(request: SamsynRequest, slug: str, number: str) -> HttpResponseBase:
    """The edition as it was frozen."""
    found = get_document_to_see(request.actor or None, request.collaboration, slug)
    return hand_out(get_edition_to_see(found, number).pdf)


@public
@require_safe
def attachment(request: SamsynRequest, slug: str, pk: int) -> HttpResponseBase:
    """A file beside the text."""
    found = get_document_to_see(request.actor or None, request.collaboration, slug)
    file = found.attachments.filter(pk=pk).select_related("stored").first()
    if file is None:
        raise Http404
    return hand_out(file.stored, download=True)


@public
@require_safe
def picture(request: SamsynRequest, slug: str, pk: int) -> HttpResponseBase:
    """A picture of the text: one of an edition for all its readers, one of a draft for those who read the draft."""
    actor = request.actor or None
    found = get_document_to_see(actor, request.collaboration, slug)
    one = found.pictures.filter(pk=pk).select_related("stored").first()
    if one is None or not (may_see_draft(actor, found) or is_published(one)):
        raise Http404
    return hand_out(one.stored)


@public
@require_safe
def others(request: SamsynRequest) -> HttpResponse:
    """What others have published and what of it we use."""
    context = {
        "runs": bool(request.actor and request.actor.may(Permission.RUN_COLLABORATION)),
        "others": others_of(request.collaboration),
        "breadcrumbs": [_home(), Crumb(_("Others' guidance"))],
    }
    return render(request, "guidance/others.html", context)


def _as_of(
    request: SamsynRequest, found: GuidanceDocument, editions: list[Edition], asked: str
) -> HttpResponse:
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        return _edition_page(
            request, found, editions, in_force_on(editions, today()),
            date_error=_("Write the day as year, month and day, such as 2024-05-12."), asked=asked, status=422,
        )  # fmt: skip
    then = in_force_on(editions, day, found.ended_on)
    return _edition_page(request, found, editions, then, as_of=day, asked=asked)


def _edition_page(
    request: SamsynRequest,
    found: GuidanceDocument,
    editions: list[Edition],
    shown: Edition | None,
    *,
    as_of: date | None = None,
    asked: str = "",
    date_error: str = "",
    status: int = 200,
) -> HttpResponse:
    context = edition_context(request.actor or None, found, editions, shown, as_of)
    context |= {
        "asked": asked,
        "date_error": date_error,
        "may_review": may_review(request.actor or None, found),
        "sees_members": bool(request.actor and request.actor.may(Permission.SEE_MEMBER_PAGES)),
        "sees_draft": may_see_draft(request.actor or None, found),
        "breadcrumbs": [
            _home(),
            Crumb(str(found.get_area_display()), f"{reverse('guidance:list')}?omrade={found.area}"),
            Crumb(found.title),
        ],
    }
    return render(request, "guidance/document.html", context, status=status)


def _home() -> Crumb:
    return Crumb(_("Guidance"), reverse("guidance:list"))
