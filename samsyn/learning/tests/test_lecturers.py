"""Lecturers: what is asked, the agreement as a file, her material; and the programme they stand in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samsyn.core.mail.interface import Mail
from samsyn.learning.actions.arranging import add_lecturer
from samsyn.learning.models import Lecturer
from samsyn.learning.tests.factories import Course
from samsyn.organisations.interface import Role

pytestmark = pytest.mark.django_db
BASE = "/kurser/hygien/"


def text(answer) -> str:
    return answer.content.decode()


def lecturer_of(course: Course, word: str = "gunnar") -> Lecturer:
    person = course.world.person(word, Role.LECTURER)
    return add_lecturer(
        by=course.coordinator, event=course.event, name=person.name, person=person, asked="En dag."
    )


def test_the_agreement_is_read_by_the_organiser_and_that_lecturer_alone(course: Course) -> None:
    world, lecturer = course.world, lecturer_of(course)
    other = lecturer_of(course, "stina")
    url = f"{BASE}forelasare/{lecturer.pk}/"
    organiser, herself = world.client(course.coordinator), world.client(lecturer.person)
    sent = {"what": "agreement", "agreement-agreement": SimpleUploadedFile("avtal.txt", b"Avtal.", "text/plain")}  # fmt: skip
    assert organiser.post(url, sent).status_code == 302
    assert "Avtalet" in Mail.objects.filter(to="gunnar@exempel.se").latest("pk").subject
    for client in (organiser, herself):
        assert "avtal.txt" in text(client.get(url))
        assert b"".join(client.get(url + "avtal/").streaming_content) == b"Avtal."
    for person in (
        other.person,
        course.officer("anna"),
        world.actor("karin", Role.CONTACT, world.aneby),
    ):
        client = world.client(person)
        assert client.get(url).status_code == client.get(url + "avtal/").status_code == 404
    signed = SimpleUploadedFile("signerat.txt", b"Signerat.", "text/plain")
    herself.post(url, {"what": "agreement", "agreement-agreement": signed})
    assert b"".join(organiser.get(url + "avtal/").streaming_content) == b"Signerat."
    assert "avtal" not in text(world.client(course.officer("bo")).get(BASE)).lower()


def test_the_lecturer_reads_what_is_asked_and_adds_her_material(course: Course) -> None:
    world, lecturer = course.world, lecturer_of(course)
    url = f"{BASE}forelasare/{lecturer.pk}/"
    herself = world.client(lecturer.person)
    assert "En dag." in text(herself.get(url))
    assert "Mitt uppdrag" in text(herself.get(BASE))
    file = SimpleUploadedFile("bilder.txt", b"Bilder", "text/plain")
    herself.post(url, {"what": "material", "material-title": "Bilder", "material-phase": "after", "material-file": file})  # fmt: skip
    assert course.event.material.get().title == "Bilder"
    assert herself.post(url, {"what": "asked", "asked": "Dubbelt arvode"}).status_code == 403
    organiser = world.client(course.coordinator)
    organiser.post(url, {"what": "asked", "asked": "En halv dag."})
    assert "En halv dag." in text(herself.get(url))
    material = course.event.material.get()
    organiser.post(BASE + "redigera/", {"what": "remove_material", "material": material.pk})
    assert not course.event.material.exists()
    organiser.post(url, {"what": "remove"})
    assert herself.get(url).status_code == 404


def test_the_programme_is_written_line_by_line(course: Course) -> None:
    lecturer = lecturer_of(course)
    client = course.world.client(course.coordinator)
    url = BASE + "program/"
    day = f"{course.event.starts_at:%Y-%m-%d}"
    rows = {
        "form-TOTAL_FORMS": "3", "form-INITIAL_FORMS": "0", "form-0-title": "Reglerna",
        "form-0-starts_at": f"{day}T09:00", "form-0-ends_at": f"{day}T10:00", "form-0-lecturer": lecturer.pk,
        "form-1-title": "Fall", "form-1-starts_at": f"{day}T11:00", "form-1-ends_at": f"{day}T10:30",
    }  # fmt: skip
    wrong = client.post(url, rows)
    assert wrong.status_code == 422
    assert "Slutet är före början" in text(wrong)
    assert client.post(url, rows | {"form-1-ends_at": f"{day}T12:00"}).status_code == 302
    page = text(client.get(BASE))
    assert page.index("Reglerna") < page.index("Fall")
    first = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "2", "form-1-DELETE": "on"}
    client.post(url, {**rows, **first, "form-1-ends_at": f"{day}T12:00"})
    assert [one.title for one in course.event.sessions.all()] == ["Reglerna"]
