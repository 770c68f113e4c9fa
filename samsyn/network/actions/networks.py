"""Thematic networks: proposing, starting, changing and closing them, joining and leaving, files and letters."""

from django.db import transaction

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now
from samsyn.core.files.interface import FileKind, remove_stored, store_upload
from samsyn.core.subscriptions.interface import tell
from samsyn.network.models import Network, NetworkFile, NetworkLetter, NetworkMember
from samsyn.network.queries import letters_left, members_now
from samsyn.network.refusals import Refused
from samsyn.network.telling import network_letter_text, network_path
from samsyn.organisations.interface import Actor, Collaboration, Person, site_address_of


@transaction.atomic
def make_network(
    *,
    by: Actor,
    collaboration: Collaboration,
    slug: str,
    name: str,
    purpose: str = "",
    area: str = "",
    contact: Person | None = None,
    state: Network.State = Network.State.ACTIVE,
    is_example: bool = False,
) -> Network:
    """A thematic network; its contact person is its first member. The same short name gives the one that is there.

    A proposed one waits until the coordinator starts it.
    """
    network, created = Network.objects.get_or_create(
        collaboration=collaboration,
        slug=slug,
        defaults={
            "name": name,
            "purpose": purpose,
            "area": area,
            "contact": contact,
            "state": state,
            "is_example": is_example,
        },
    )
    if created:
        if contact is not None:
            NetworkMember.objects.create(network=network, person=contact)
        verb = "network.made" if state == Network.State.ACTIVE else "network.proposed"
        record(by=by.user_id, verb=verb, obj=network, collaboration_id=collaboration.pk)
    return network


@transaction.atomic
def join_network(*, by: Actor, network: Network) -> None:
    """Joins; joining twice is joining once."""
    if network.state != Network.State.ACTIVE:
        raise Refused("network_not_active")
    _member, created = NetworkMember.objects.get_or_create(network=network, person=by.person)
    if created:
        record(
            by=by.user_id, verb="network.joined", obj=network, collaboration_id=by.collaboration_id
        )


@transaction.atomic
def leave_network(*, by: Actor, network: Network) -> None:
    """Leaves; the contact person first hands that over, so that somebody always answers for the network."""
    if network.contact_id == by.pk and network.state == Network.State.ACTIVE:
        raise Refused("contact_leaves")
    left, _rows = NetworkMember.objects.filter(network=network, person=by.person).delete()
    if left:
        record(
            by=by.user_id, verb="network.left", obj=network, collaboration_id=by.collaboration_id
        )


@transaction.atomic
def start_network(*, by: Actor, network: Network) -> Network:
    """Starts a proposed or closed network. Starting twice is starting once."""
    network = Network.objects.select_for_update().get(pk=network.pk)
    if network.state == Network.State.ACTIVE:
        return network
    network.state = Network.State.ACTIVE
    network.closed_reason = ""
    network.save(update_fields=["state", "closed_reason"])
    _record(by, "network.started", network)
    if network.contact is not None:
        tell(
            users=[network.contact.user],
            collaboration_id=network.collaboration_id,
            topic="network.letters",
            key=f"network-started:{network.pk}:{now():%Y-%m-%d}",
            title=f"{network.name}",
            url=network_path(network),
            at=site_address_of(network.collaboration),
        )
    return network


@transaction.atomic
def close_network(*, by: Actor, network: Network, reason: str) -> Network:
    """Closes a network, or declines a proposed one. Its page, files and letters stay to be read."""
    if not reason.strip():
        raise Refused("reason_needed")
    network = Network.objects.select_for_update().get(pk=network.pk)
    network.state = Network.State.CLOSED
    network.closed_reason = reason.strip()
    network.save(update_fields=["state", "closed_reason"])
    _record(by, "network.closed", network, reason=reason.strip())
    return network


@transaction.atomic
def change_network(
    *, by: Actor, network: Network, name: str, purpose: str, area: str, contact: Person | None
) -> Network:
    """Changes the texts and who answers for it; a new contact person is a member of the network."""
    network = Network.objects.select_for_update().get(pk=network.pk)
    before = snapshot(network)
    network.name, network.purpose, network.area, network.contact = name, purpose, area, contact
    network.save()
    if contact is not None:
        NetworkMember.objects.get_or_create(network=network, person=contact)
    _record(by, "network.changed", network, before=before)
    return network


@transaction.atomic
def add_file(*, by: Actor, network: Network, title: str, name: str, content: bytes) -> NetworkFile:
    """A file for the members; raises FileRefused. The same content twice is one file."""
    stored = store_upload(name=name, content=content, kind=FileKind.DOCUMENT, by=by.user_id)
    there = network.files.filter(file__sha256=stored.sha256).first()
    if there is not None:
        remove_stored(stored)
        return there
    file = NetworkFile.objects.create(
        network=network, title=title, file=stored, added_by_id=by.user_id
    )
    _record(by, "network.file_added", network)
    tell(
        users=[person.user for person in members_now(network) if person.pk != by.pk],
        collaboration_id=network.collaboration_id,
        topic="network.files",
        key=f"network-file:{file.pk}",
        title=f"{network.name}: {title}",
        url=network_path(network),
        at=site_address_of(network.collaboration),
    )
    return file


@transaction.atomic
def remove_file(*, by: Actor, file: NetworkFile) -> None:
    """Takes a file away, with its content."""
    network, stored = file.network, file.file
    file.delete()
    remove_stored(stored)
    _record(by, "network.file_removed", network)


@transaction.atomic
def write_to_members(
    *, by: Actor, network: Network, key: str, subject: str, text: str
) -> NetworkLetter:
    """A letter to every member of today, once each, with the sender's name. The same `key` gives the letter already sent."""
    Network.objects.select_for_update().get(pk=network.pk)  # one at a time, so that the limit holds
    sent = network.letters.filter(key=key).first()
    if sent is not None:
        return sent
    if network.state != Network.State.ACTIVE:
        raise Refused("network_not_active")
    if not letters_left(network, by):
        raise Refused("too_many_letters")
    people = [person for person in members_now(network) if person.pk != by.pk]
    if not people:
        raise Refused("nobody_to_write_to")
    letter = NetworkLetter.objects.create(
        network=network,
        key=key,
        subject=subject,
        text=text,
        sender=by.person,
        receivers=len(people),
    )
    _record(by, "network.wrote", network)
    tell(
        users=[person.user for person in people],
        collaboration_id=network.collaboration_id,
        topic="network.letters",
        key=f"network-letter:{letter.pk}",
        title=f"{network.name}: {subject}",
        text=network_letter_text(letter, by),
        url=network_path(network),
        at=site_address_of(network.collaboration),
    )
    return letter


def _record(
    by: Actor,
    verb: str,
    network: Network,
    *,
    before: dict[str, object] | None = None,
    reason: str = "",
) -> None:
    record(
        by=by.user_id, verb=verb, obj=network, before=before, reason=reason,
        collaboration_id=network.collaboration_id,
    )  # fmt: skip
