"""Pictures that editors have put into Wagtail: shown where a published page has them, and to those who write."""

import mimetypes

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponseBase
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from samsyn.organisations.interface import SamsynRequest, public

_FOLDERS = ("images/", "original_images/")


def note_pictures(sender: object, instance: Page, **_signal: object) -> None:
    """What Wagtail calls when a page is published: its pictures are shown at once, not when the worker has been by."""
    ReferenceIndex.create_or_update_for_object(instance)


@public
@require_safe
def picture(request: SamsynRequest, name: str) -> HttpResponseBase:
    """One file of a picture. What no published page shows is for those who may choose it in the editor."""
    images = get_image_model().objects
    image = images.filter(file=name).first() or images.filter(renditions__file=name).first()
    if image is None or not name.startswith(_FOLDERS) or not default_storage.exists(name):
        raise Http404
    keys = ReferenceIndex.get_references_to(image).values_list("object_id", flat=True)
    pages = Page.objects.live().filter(pk__in=[key for key in keys if str(key).isdigit()])
    policy = policy_registry.get_by_type(get_image_model())
    may_choose = policy.user_has_any_permission_for_instance
    if not pages.exists() and not may_choose(request.user, ["choose", "change", "add"], image):
        raise Http404
    content_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    response = FileResponse(default_storage.open(name, "rb"), content_type=content_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
