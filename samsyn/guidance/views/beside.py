"""What stands beside the text: files, and what others have published."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.core.components.interface import Crumb
from samsyn.core.files.interface import FileRefused, refusal_text
from samsyn.guidance.access import get_document_to_write
from samsyn.guidance.actions import add_attachment, add_other_guidance, remove_attachment
from samsyn.guidance.keeping_forms import AttachmentForm, OtherGuidanceForm
from samsyn.organisations.interface import MemberRequest, Permission, check


def new_attachment(request: MemberRequest, slug: str) -> HttpResponse:
    """Puts a file beside the text: a letter or decision template, a checklist."""
    document = get_document_to_write(request.actor, request.collaboration, slug)
    form = AttachmentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            add_attachment(
                by=request.actor, document=document, title=given["title"], kind=given["kind"],
                name=given["file"].name, content=given["file"].read(),
            )  # fmt: skip
        except FileRefused as refused:
            form.add_error("file", refusal_text(refused))
        else:
            messages.success(request, _("The file stands beside the text."))
            return redirect("guidance:draft", slug)
    draft_url = reverse("guidance:draft", args=[slug])
    context = {
        "form": form,
        "heading": _("Attach a file"),
        "lead": document.title,
        "button": _("Attach"),
        "cancel_url": draft_url,
        "breadcrumbs": [
            Crumb(_("Guidance"), reverse("guidance:list")),
            Crumb(document.title, draft_url),
            Crumb(_("Attach a file")),
        ],
    }
    return render(request, "guidance/form_page.html", context, status=422 if form.errors else 200)


@require_POST
def drop_attachment(request: MemberRequest, slug: str, pk: int) -> HttpResponse:
    """Takes a file away."""
    document = get_document_to_write(request.actor, request.collaboration, slug)
    found = document.attachments.select_related("stored", "document").filter(pk=pk).first()
    if found is None:
        raise Http404
    remove_attachment(by=request.actor, attachment=found)
    messages.success(request, _("The file is taken away."))
    return redirect("guidance:draft", slug)


def new_other(request: MemberRequest) -> HttpResponse:
    """Lists what others have published and what of it we use."""
    check(request.actor, Permission.RUN_COLLABORATION)
    form = OtherGuidanceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        add_other_guidance(by=request.actor, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("guidance:others")
    context = {
        "form": form,
        "heading": _("List others' guidance"),
        "lead": _(
            "What other collaborations and authorities have published, and what of it we use."
        ),
        "button": _("Save"),
        "cancel_url": reverse("guidance:others"),
        "breadcrumbs": [
            Crumb(_("Guidance"), reverse("guidance:list")),
            Crumb(_("Others' guidance"), reverse("guidance:others")),
            Crumb(_("List others' guidance")),
        ],
    }
    return render(request, "guidance/form_page.html", context, status=422 if form.errors else 200)
