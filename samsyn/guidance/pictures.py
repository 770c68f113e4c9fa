"""Pictures of a document's text: taken from Wagtail or from a Word file, made small enough, and kept for good."""

import io
import re
from collections.abc import Callable

from django.core.files.images import ImageFile
from django.urls import reverse
from PIL import Image as Drawn
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.models import Collection

from samsyn.core.files.interface import FileKind, check_file, read_stored, store_made
from samsyn.guidance.drafting import ShownPicture
from samsyn.guidance.models import GuidanceDocument, Picture

# Wide enough for the page and for print; a photo from a telephone is three times that.
_WIDEST = 1600
_ADDRESS = re.compile(r"/handlaggarstod/[-\w]+/bild/(\d+)/")


def keep_picture(
    document: GuidanceDocument, content: bytes, *, name: str, by: int | None,
    image: AbstractImage | None = None, source: str = "",
) -> Picture:  # fmt: skip
    """Stores a picture for the document. Raises FileRefused for what is no picture that a page can show."""
    content_type = check_file(name, content, kind=FileKind.PHOTO)
    content, width, height = _small(content, content_type)
    stored = store_made(name=name, content=content, content_type=content_type, by=by)
    return Picture.objects.create(
        document=document, image=image, stored=stored, source=source, width=width, height=height
    )


def _small(content: bytes, content_type: str) -> tuple[bytes, int, int]:
    """The picture without what a camera adds (place, name), at most so wide."""
    with Drawn.open(io.BytesIO(content)) as drawn:
        drawn.load()
        kept = drawn.convert("RGB") if content_type == "image/jpeg" else drawn.copy()
    kept.thumbnail((_WIDEST, _WIDEST))
    written = io.BytesIO()
    kept.save(written, {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}[content_type])  # fmt: skip
    return written.getvalue(), kept.width, kept.height


def shows_for(document: GuidanceDocument, *, by: int | None) -> Callable[[AbstractImage], ShownPicture]:  # fmt: skip
    """What turns Wagtail's image into the document's own copy, made once for each file."""

    def show(image: AbstractImage) -> ShownPicture:
        source = image.get_file_hash()
        kept = Picture.objects.filter(document=document, image=image, source=source).first()
        if kept is None:
            with image.file.open("rb") as file:
                content = file.read()
            kept = keep_picture(
                document, content, name=image.filename, by=by, image=image, source=source
            )
        return shown(kept)

    return show


def shown(picture: Picture) -> ShownPicture:
    """Where the document shows it."""
    address = reverse("guidance:picture", args=[picture.document.slug, picture.pk])
    return ShownPicture(address, picture.width, picture.height)


def picture_at(document: GuidanceDocument, address: str) -> Picture | None:
    """The document's picture that a text points at."""
    found = _ADDRESS.fullmatch(address)
    return document.pictures.filter(pk=int(found.group(1))).first() if found else None


def finds_for(document: GuidanceDocument) -> Callable[[str], int | None]:
    """What turns the address of a picture in a text into Wagtail's image, made anew when Wagtail has lost it."""

    def find(address: str) -> int | None:
        picture = picture_at(document, address)
        if picture is None:
            return None
        if picture.image_id is None:
            image = _in_wagtail(document, picture)
            picture.image, picture.source = image, image.get_file_hash()
            picture.save(update_fields=["image", "source"])
        return picture.image_id

    return find


def _in_wagtail(document: GuidanceDocument, picture: Picture) -> AbstractImage:
    collection = Collection.objects.filter(name=document.collaboration.name).first()
    file = ImageFile(io.BytesIO(read_stored(picture.stored)), name=picture.stored.name)
    image = get_image_model()(title=document.title, file=file, width=picture.width, height=picture.height)  # fmt: skip
    image.collection = collection or Collection.get_first_root_node()
    image.save()
    return image
