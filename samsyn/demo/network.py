"""The demo's networks, and what officers have asked each other. All invented."""

from datetime import timedelta

from samsyn.core.clock.interface import today
from samsyn.demo.plan import Demo
from samsyn.network.interface import (
    HelpCheck,
    HelpKind,
    HelpNotice,
    add_file,
    agree_on_answer,
    agree_on_help,
    answer_help_notice,
    answer_question,
    ask_question,
    join_network,
    make_help_notice,
    make_network,
    set_profile,
    write_to_members,
)
from samsyn.organisations.interface import Actor, actor_of

NETWORKS = (
    ("avlopp", "Nätverket för enskilda avlopp", "sewage", "gislaved", ("aneby", "vetlanda", "nassjo", "tranas")),
    ("halsoskydd", "Hälsoskyddsnätverket", "health", "jonkoping", ("eksjo", "savsjo", "varnamo", "habo-mullsjo")),
    ("lantbruk", "Lantbruksnätverket", "agriculture", "vaggeryd", ("vetlanda", "aneby", "nassjo")),
)  # fmt: skip

PROFILES = (
    ("vetlanda", ["sewage", "water"], "markbäddar och skyddsnivåer"),
    ("gislaved", ["sewage", "hazardous"], "verkstäder och oljeavskiljare"),
    ("eksjo", ["noise", "indoor"], "lågfrekvent buller"),
    ("jonkoping", ["bathing", "hygiene"], "bassängbad och provtagning"),
)


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
        text="Räcker ett kvitto från städbolaget som städrutin?", law="/handlaggarstod/skolor-och-forskolor/",
    )  # fmt: skip
    answer_question(
        by=_actor(demo, "handlaggare.jonkoping@exempel.se"), question=answered, settles=False,
        text="Nej, vi begär en beskrivning av vad som städas, hur ofta och vem som följer upp.",
    )  # fmt: skip
    ask_question(
        by=_actor(demo, "handlaggare.tranas@exempel.se"), area="hygiene", is_example=True,
        text="Hur bedömer ni ögonfransförlängning: hygienlokal eller inte?",
    )  # fmt: skip


def helping(demo: Demo) -> None:
    """Profiles of four officers, a notice that is answered, one that waits, and one that two offices agreed on."""
    for office, areas, subject in PROFILES:
        values = {
            "areas": areas,
            "languages": "",
            "ask_me": subject,
            "hosts": True,
            "lends_hours": True,
        }
        by = _actor(demo, f"handlaggare.{office}@exempel.se")
        set_profile(by=by, values=values, shown=["areas", "ask_me", "hosts", "lends_hours"])
    appeals = _notice(
        demo, "jonkoping", "sewage", "Ta överklaganden om små avlopp under ledighet", hours=16
    )
    answer_help_notice(
        by=_actor(demo, "chef.vetlanda@exempel.se"), notice=appeals, office=demo.offices["vetlanda"], hours=12,
        words="Tisdagar och onsdagar passar bäst.",
    )  # fmt: skip
    _notice(demo, "savsjo", "noise", "Följa med på mätning av lågfrekvent buller", hours=8)
    baths = _notice(demo, "tranas", "bathing", "Tillsyn av två badanläggningar", hours=24)
    answer = answer_help_notice(
        by=_actor(demo, "chef.jonkoping@exempel.se"), notice=baths, office=demo.offices["jonkoping"], hours=24
    )  # fmt: skip
    agree_on_help(
        by=_actor(demo, "chef.tranas@exempel.se"), notice=baths, answer=answer, checks=list(HelpCheck.values),
        terms="Självkostnad per timme och resor enligt avtalet om samverkan.",
    )  # fmt: skip


def _notice(demo: Demo, office: str, area: str, purpose: str, *, hours: int) -> HelpNotice:
    starts = today() + timedelta(days=14)
    return make_help_notice(
        by=_actor(demo, f"chef.{office}@exempel.se"), office=demo.offices[office], kind=HelpKind.NEED, area=area,
        purpose=purpose, starts=starts, ends=starts + timedelta(days=11), hours=hours, is_example=True,
    )  # fmt: skip


def _actor(demo: Demo, email: str) -> Actor:
    return actor_of(demo.people[email])
