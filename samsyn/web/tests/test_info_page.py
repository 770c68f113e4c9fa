"""Pages that editors write: shown at their collaboration's host, and nowhere else."""

import io

import pytest
from django.core.files.images import ImageFile
from PIL import Image as Drawing
from wagtail.images import get_image_model

from samsyn.organisations.interface import Role, root_page_of
from samsyn.web.models import InfoPage


@pytest.fixture
def page(world):
    root = root_page_of(world.collaboration)
    return root.add_child(
        instance=InfoPage(
            title="Vår överenskommelse",
            slug="overenskommelse",
            body=[
                ("heading", "Vad vi lovar"),
                ("paragraph", "<p>Vi <b>hjälps åt</b>.</p>"),
                ("list", ["ett", "två"]),
                ("link", {"text": "Läs mer", "address": "https://exempel.se/"}),
            ],
        )
    )


def test_a_visitor_reads_it_in_our_look(world, page):
    text = world.client().get("/overenskommelse/").content.decode()
    assert '<h1><span lang="sv">Vår överenskommelse' in text
    assert "<h2>Vad vi lovar</h2>" in text
    assert "<b>hjälps åt</b>" in text
    assert "<li>två</li>" in text
    assert 'href="https://exempel.se/"' in text


def test_the_other_collaboration_does_not_have_it(world, page):
    assert world.client(host="annan.localhost").get("/overenskommelse/").status_code == 404


def test_a_draft_is_not_shown(world, page):
    page.unpublish()
    assert world.client().get("/overenskommelse/").status_code == 404


# Wagtail leaves the temporary file of a resized picture to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_picture_carries_its_text(world, page):
    drawn = io.BytesIO()
    Drawing.new("RGB", (20, 10), "teal").save(drawn, "PNG")
    drawn.seek(0)
    picture = get_image_model().objects.create(title="x", file=ImageFile(drawn, name="x.png"))
    page.body = [("image", {"image": picture, "alternative": "En damm", "caption": "Dammen"})]
    page.save()
    text = world.client().get("/overenskommelse/").content.decode()
    assert 'alt="En damm"' in text
    assert "<figcaption>Dammen</figcaption>" in text


# Wagtail leaves the temporary file of a resized picture to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_picture_is_seen_where_a_published_page_shows_it_and_else_by_editors_only(world, page):
    drawn = io.BytesIO()
    Drawing.new("RGB", (20, 10), "teal").save(drawn, "PNG")
    picture = get_image_model().objects.create(title="x", file=ImageFile(drawn, name="x.png"))
    address = f"/filer/{picture.file.name}"
    assert world.client().get(address).status_code == 404
    page.body = [("image", {"image": picture, "alternative": "En damm", "caption": ""})]
    page.save_revision().publish()
    shown = world.client().get(address)
    assert b"".join(shown.streaming_content).startswith(b"\x89PNG")
    page.unpublish()
    assert world.client().get(address).status_code == 404
    assert world.client().get("/filer/stored/2026/11/x.pdf").status_code == 404


def test_an_editor_makes_and_publishes_one(world):
    root = root_page_of(world.collaboration)
    client = world.client(world.person("sofia", Role.EDITOR))
    address = f"/redaktion/pages/add/web/infopage/{root.pk}/"
    assert client.get(address).status_code == 200
    answer = client.post(
        address,
        {
            "title": "Ny sida",
            "slug": "ny-sida",
            "body-count": "1",
            "body-0-type": "heading",
            "body-0-order": "0",
            "body-0-deleted": "",
            "body-0-id": "",
            "body-0-value": "En rubrik",
            "english_body-count": "0",
            "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0",
            "comments-MIN_NUM_FORMS": "0",
            "comments-MAX_NUM_FORMS": "0",
            "action-publish": "1",
        },
    )
    assert answer.status_code == 302
    assert "En rubrik" in world.client().get("/ny-sida/").content.decode()


def test_an_editor_of_one_collaboration_does_not_write_in_the_other(world):
    other = root_page_of(world.other)
    client = world.client(world.person("sofia", Role.EDITOR))
    answer = client.get(f"/redaktion/pages/add/web/infopage/{other.pk}/")
    assert answer.status_code == 302
    assert not InfoPage.objects.exists()


# --- Moved pages -----------------------------------------------------------------------------------------------


def test_the_old_address_of_a_moved_page_leads_to_the_new_one(
    world, page, django_capture_on_commit_callbacks
):
    below = page.add_child(instance=InfoPage(title="Bilaga", slug="bilaga"))
    page.slug = "avtal"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    client = world.client()
    for old, new in (
        ("/overenskommelse/", "/avtal/"),
        ("/overenskommelse/bilaga/", "/avtal/bilaga/"),
    ):
        answer = client.get(old)
        assert (answer.status_code, answer.headers["Location"]) == (301, new), below
        assert client.get(new).status_code == 200


def test_our_own_links_to_it_stay_at_the_host_of_the_reader(world, page):
    assert 'href="/overenskommelse/"' in world.client().get("/om/").content.decode()
