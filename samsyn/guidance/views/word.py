"""A Word file is brought in as a draft, and handed out again as it was."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samsyn.core.components.interface import Crumb
from samsyn.core.files.interface import FileRefused, hand_out, refusal_text
from samsyn.guidance.access import get_document_to_write, get_draft_to_see
from samsyn.guidance.actions import bring_in_word
from samsyn.guidance.forms import WordForm
from samsyn.guidance.refusals import Refused
from samsyn.organisations.interface import MemberRequest


def word(request: MemberRequest, slug: str) -> HttpResponse:
    """Takes a Word file in as the draft, or says the one thing that stands in the way."""
    document = get_document_to_write(request.actor, request.collaboration, slug)
    is_written = document.clauses.filter(removed=False).exists()
    form = WordForm(request.POST or None, request.FILES or None, is_written=is_written)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            bring_in_word(
                by=request.actor, document=document, name=file.name, content=file.read(),
                replaces=form.cleaned_data.get("replaces", False),
            )  # fmt: skip
        except FileRefused as refused:
            form.add_error("file", refusal_text(refused))
        except Refused as refused:
            of_text = refused.code == "word_would_replace"
            form.add_error("replaces" if of_text else "file", refused.sentence)
        else:
            messages.success(request, _("The Word file is the draft now. Read it through."))
            return redirect("guidance:draft", slug)
    draft_url = reverse("guidance:draft", args=[slug])
    context = {
        "form": form,
        "heading": _("Bring in a Word document"),
        "lead": _(
            "Headings become chapters and clauses. Lists, tables, notes and pictures follow."
        ),
        "button": _("Bring in"),
        "cancel_url": draft_url,
        "breadcrumbs": [
            Crumb(_("Guidance"), reverse("guidance:list")),
            Crumb(document.title, draft_url),
            Crumb(_("Bring in a Word document")),
        ],
    }
    return render(request, "guidance/form_page.html", context, status=422 if form.errors else 200)


@require_safe
def word_file(request: MemberRequest, slug: str, pk: int) -> HttpResponseBase:
    """The file as it was brought in, for those who see the draft."""
    document = get_draft_to_see(request.actor, request.collaboration, slug)
    found = document.word_imports.select_related("stored").filter(pk=pk).first()
    if found is None:
        raise Http404
    return hand_out(found.stored, download=True)
