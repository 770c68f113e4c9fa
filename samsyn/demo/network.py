"""The demo's networks, and what officers have asked each other. All invented."""

from samsyn.demo.plan import Demo
from samsyn.network.interface import (
    add_file,
    agree_on_answer,
    answer_question,
    ask_question,
    join_network,
    make_network,
    write_to_members,
)
from samsyn.organisations.interface import Actor, actor_of

NETWORKS = (
    ("avlopp", "Nätverket för enskilda avlopp", "sewage", "gislaved", ("aneby", "vetlanda", "nassjo", "tranas")),
    ("halsoskydd", "Hälsoskyddsnätverket", "health", "jonkoping", ("eksjo", "savsjo", "varnamo", "habo-mullsjo")),
    ("lantbruk", "Lantbruksnätverket", "agriculture", "vaggeryd", ("vetlanda", "aneby", "nassjo")),
)  # fmt: skip


def networks(demo: Demo) -> None:
    """Three networks with members from several offices."""
    by = _actor(demo, "samordnare@exempel.se")
    for slug, name, area, contact, members in NETWORKS:
        network = make_network(
            by=by, collaboration=demo.county, slug=slug, name=name, area=area, is_example=True,
            purpose="Vi delar fall, frågor och mallar, och träffas två gånger om året.",
            contact=demo.people[f"handlaggare.{contact}@exempel.se"],
        )  # fmt: skip
        for office in (contact, *members):
            join_network(by=_actor(demo, f"handlaggare.{office}@exempel.se"), network=network)
        keeper = _actor(demo, f"handlaggare.{contact}@exempel.se")
        add_file(
            by=keeper, network=network, title="Anteckningar från senaste träffen", name="anteckningar.txt",
            content=f"Exempeldata. {name}: vi gick igenom tre fall och bedömde två av dem lika.".encode(),
        )  # fmt: skip
        write_to_members(
            by=keeper, network=network, key=f"demo-{slug}", subject="Förslag till nästa träff",
            text="Exempeldata. Jag föreslår att vi tar upp egenkontroll nästa gång. Svara med dina egna fall.",
        )  # fmt: skip


def questions(demo: Demo) -> None:
    """One question that the county has agreed on, one that a colleague has answered, one that waits."""
    agreed = ask_question(
        by=_actor(demo, "handlaggare.aneby@exempel.se"), area="sewage", law="MB 26 kap. 19 §", is_example=True,
        text="Hur ofta ska en slamavskiljare för permanentboende kontrolleras?",
        details="Ägaren säger att tömning en gång om året räcker som egenkontroll.",
    )  # fmt: skip
    answer = answer_question(
        by=_actor(demo, "lansstyrelsen@exempel.se"), question=agreed, settles=True,
        text="Tömningen är en del av skötseln. Ägaren bör också se efter nivåer och T-rör minst en gång om året.",
    )  # fmt: skip
    agree_on_answer(
        by=_actor(demo, "samordnare@exempel.se"), answer=answer,
        reason="Behandlat på handläggarträffen. Alla kontor som var med bedömer så.",
    )  # fmt: skip
    answered = ask_question(
        by=_actor(demo, "handlaggare.savsjo@exempel.se"), area="schools", is_example=True,
        text="Räcker ett kvitto från städbolaget som städrutin?",
    )  # fmt: skip
    answer_question(
        by=_actor(demo, "handlaggare.jonkoping@exempel.se"), question=answered, settles=False,
        text="Nej, vi begär en beskrivning av vad som städas, hur ofta och vem som följer upp.",
    )  # fmt: skip
    ask_question(
        by=_actor(demo, "handlaggare.tranas@exempel.se"), area="hygiene", is_example=True,
        text="Hur bedömer ni ögonfransförlängning: hygienlokal eller inte?",
    )  # fmt: skip


def _actor(demo: Demo, email: str) -> Actor:
    return actor_of(demo.people[email])
