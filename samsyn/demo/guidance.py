# ruff: noqa: E501  # running text
"""The demo's guidance: five documents on real themes. Wordings, decisions and adoptions are invented and marked so;
the forerunners of the vehicle washes and others' guidance are real, with their addresses.
"""

import io
from collections.abc import Sequence
from datetime import date, timedelta

from docx import Document as WordDocument

from samsyn.core.clock.interface import today
from samsyn.core.decisions.interface import DecisionRef
from samsyn.demo.plan import Demo
from samsyn.guidance.interface import (
    AdoptionState,
    Area,
    ClauseDraft,
    GuidanceDocument,
    ReviewOutcome,
    add_attachment,
    add_other_guidance,
    answer_referral,
    confirm_read,
    make_agreed_answer,
    make_document,
    open_referral,
    publish_edition,
    review_document,
    set_adoption,
    write_clauses,
)
from samsyn.organisations.interface import Actor, actor_of

_GROUNDS, _OWN = "Bedömningsgrunder", "Egenkontroll"
_MVG = "Miljösamverkan Västra Götaland"
_WASHES_2008 = "http://www.miljosamverkanvg.se/Sv/projekt-och-rapporter/miljofarlig-verksamhet/Pages/biltvattar.aspx"
_WASHES_2016 = (
    "http://extra.lansstyrelsen.se/miljosamverkan/Sv/publikationer/2016/Pages/Fordonstvattar.aspx"
)
FORERUNNERS = (
    ("2003", "Policy för fordonstvättar", _MVG, _WASHES_2008),
    ("2008", "Policy för fordonstvättar, uppdaterad", _MVG, _WASHES_2008),
    ("2013", "Slam- och oljeavskiljare: frågor med samsyn", "Miljösamverkan Halland", "http://docplayer.se/4268830-"),
    ("2015", "Fordonstvättar", "Miljösamverkan", _WASHES_2016),
    ("2018", "Handläggarstöd fordonstvättar", "Miljösamverkan Sverige", ""),
)  # fmt: skip
OTHERS = (
    ("Fordonstvättar, vägledning", "Naturvårdsverket", "https://www.naturvardsverket.se/vagledning-och-stod/branscher-och-verksamheter/fordonstvattar", "Riktvärden. Sidan varnar själv för att delar inte är aktuella."),
    ("Tillsyn av campingplatser", "Miljösamverkan Jönköpings län, efter Västra Götaland", "http://docplayer.se/17494199-Tillsyn-campingplatser.html", "Upplägget av checklistan."),
    ("Bassängbad och mindre badanläggningar", "Miljösamverkan Sverige", "http://www.miljosamverkan.se/Sv/publikationer/2018/Pages/bassangbad-och-mindre-badanlaggningar.aspx", "Bedömningsgrunder för vattenkvalitet."),
)  # fmt: skip


def _clause(
    chapter: str, heading: str, text: str, *law: str, grounds: str = "", example: str = ""
) -> ClauseDraft:
    return ClauseDraft(chapter, text, heading, grounds, example, law)


WASHES = (
    _clause("Syfte och målgrupp", "Vad stödet är till för", "<p>Stödet gäller tvätthallar, gör-det-själv-hallar och tvättplatser. Det vänder sig till dig som är handläggare på ett miljökontor.</p>"),
    _clause(_GROUNDS, "Kemikalier", "<p>Verksamhetsutövaren ska kunna visa vilka kemikalier som används och ha aktuella säkerhetsdatablad på plats.</p>", "MB 26 kap. 19 §", "SFS 1998:901 7 §"),
    _clause(_GROUNDS, "Förvaring", "<p>Flytande kemikalier och farligt avfall förvaras så att hela den största behållarens volym kan samlas upp. Dubbelmantlade behållare bedöms från fall till fall. Kan spill nå en golvbrunn utan oljeavskiljare är det alltid en avvikelse.</p>", "MB 2 kap. 3 §", grounds="Volymen i största behållaren avgör."),
    _clause(_GROUNDS, "Spill", "<p>Absorptionsmedel ska finnas lätt åtkomligt där kemikalier hanteras. Mängden ska räcka för den största behållaren som hanteras öppet.</p>", "MB 2 kap. 3 §"),
    _clause(_GROUNDS, "Avloppsvatten", "<p>Avloppsvatten från tvätthallen ska passera slam- och oljeavskiljare. Larm och nivåvakt ska vara i drift och provas minst en gång om året.</p>", "MB 9 kap. 7 §", "MB 26 kap. 19 §", example="Nämnden förelägger verksamheten att senast sex veckor från delgivning ha provat larmet och visat provet i journalen."),
    _clause(_OWN, "Omfattning", "<p>Egenkontrollen ska stå i proportion till verksamheten.</p>", "MB 26 kap. 19 §"),
    _clause(_OWN, "Journal", "<p>Journalen visar datum för:</p><ul><li>tömning av avskiljare</li><li>larmprov</li><li>byte av kemikalier</li></ul>", "MB 26 kap. 19 §"),
)  # fmt: skip
CAMPING = (
    _clause("Vad som gäller", "Anmälan och egenkontroll", "<p>En campingplats som upplåts för fler än tillfälliga gäster omfattas av miljöbalkens egenkontroll. Den ska kunna visa vem som svarar för vad.</p>", "MB 26 kap. 19 §"),
    _clause(_GROUNDS, "Dricksvatten", "<p>Egen brunn provas innan säsongen öppnar. Provsvaret finns på plats vid besöket.</p>", "MB 9 kap. 3 §"),
    _clause(_GROUNDS, "Latrin och gråvatten", "<p>Tömningsplatsen har hårdgjord yta, spolmöjlighet och avlopp till godkänd anläggning.</p>", "MB 9 kap. 7 §"),
)  # fmt: skip
_STORAGE = "<p>Flytande kemikalier och farligt avfall förvaras så att hela den största behållarens volym kan samlas upp. En dubbelmantlad behållare räknas som invallad om den har läckagelarm eller står under uppsikt. Kan spill nå en golvbrunn utan oljeavskiljare är det alltid en avvikelse.</p>"
_EXTENT = "<p>Egenkontrollen ska stå i proportion till verksamheten. För hallar med färre än 1 250 personbilstvättar per år räcker en enkel journal.</p>"

SCHOOLS = (
    _clause("Städning", "Städrutiner", "<p>Verksamheten ska ha skrivna rutiner som visar vad som städas, hur ofta och vem som följer upp.</p>", "MB 26 kap. 19 §"),
    _clause("Ventilation", "Luftflöde", "<p>Luftflödet bör inte understiga 7 liter per sekund och person, med tillägg för ytan.</p>", "MB 9 kap. 3 §", grounds="Folkhälsomyndighetens allmänna råd om ventilation."),
    _clause("Ventilation", "Koldioxid", "<p>Halter som ofta överstiger 1 000 ppm under lektion tyder på att ventilationen inte räcker.</p>", "MB 9 kap. 3 §"),
)  # fmt: skip
COOLING = (
    _clause("Vad som gäller", "Anmälan och rapport", "<p>En anläggning för köldmedier ska ha register och en årlig kontrollrapport när mängden räknas om till 14 ton koldioxidekvivalenter eller mer.</p>", "SFS 2016:1128 14 §", "SFS 2016:1128 15 §"),
    _clause("Tillsyn", "Granska rapporten", "<p>Köldmedieanläggningar granskas mot registret: mängd, läckage och vem som utförde kontrollen.</p>", "MB 26 kap. 1 §"),
)  # fmt: skip
SEWAGE = (
    _clause("Bedömning", "Skyddsnivå", "<p>Hög skyddsnivå gäller där fosfor eller smittämnen kan nå badplats, vattentäkt eller känsligt vatten.</p>", "MB 9 kap. 7 §", "SFS 1998:899 12 §"),
    _clause("Bedömning", "Slamavskiljare", "<p>En slamavskiljare med sprucket T-rör eller genomsläppliga väggar renar inte godtagbart.</p><table><caption>Volym efter hushåll</caption><tr><th>Hushåll</th><th>Minsta våtvolym</th></tr><tr><td>1</td><td>2 m³</td></tr><tr><td>2</td><td>4 m³</td></tr></table>", "SFS 1998:899 12 §"),
)  # fmt: skip
HYGIENE = (
    _clause("Vad som är anmälningspliktigt", "Stickande och skärande", "<p>Verksamhet med risk för blodsmitta från skalpeller, nålar eller liknande ska anmälas.</p>", "SFS 1998:899 38 §"),
    _clause(_OWN, "Sterilisering", "<p>Steriliseringen kontrolleras med sporprov. Antal prov per år följer hur ofta apparaten används.</p>", "MB 26 kap. 19 §"),
)  # fmt: skip


def documents(demo: Demo) -> None:
    """Vehicle washes with two editions, and four more documents; one of them overdue for review."""
    by = actor_of(demo.people["samordnare@exempel.se"])
    washes = _vehicle_washes(demo, by)
    _attach(by, washes)
    _adopt(demo, by, washes)
    _read(demo, washes)
    _agree(demo, by, washes)
    day = today()
    schools = _publish(demo, by, "skolor-och-forskolor", "Skolor och förskolor: städning och ventilation", "Så bedömer vi städning och ventilation i skolor.", Area.HEALTH, SCHOOLS, day - timedelta(days=500))  # fmt: skip
    review_document(by=by, document=schools, outcome=ReviewOutcome.CONFIRMED, reason="Allmänna råd och länkar kontrollerade.")  # fmt: skip
    _publish(demo, by, "koldmedier", "Köldmedieanläggning", "Så granskar vi register och årliga kontrollrapporter.", Area.CHEMICALS, COOLING, day - timedelta(days=300))  # fmt: skip
    _publish(demo, by, "sma-avlopp", "Små avlopp", "Så bedömer vi skyddsnivå och slamavskiljare.", Area.SEWAGE, SEWAGE, day - timedelta(days=900))  # fmt: skip
    _publish(demo, by, "hygienisk-behandling", "Hygienisk behandling", "Så bedömer vi anmälningsplikt och egenkontroll.", Area.HEALTH, HYGIENE, day - timedelta(days=200))  # fmt: skip
    _out_for_comments(demo, by)
    for title, publisher, address, used_for in OTHERS:
        add_other_guidance(by=by, title=title, publisher=publisher, address=address, used_for=used_for)  # fmt: skip


def _decision(day: date, paragraph: str) -> DecisionRef:
    return DecisionRef("styrgruppen", day, paragraph)


def _publish(
    demo: Demo, by: Actor, slug: str, title: str, purpose: str, area: str,
    clauses: Sequence[ClauseDraft], start: date, number: str = "1.0",
) -> GuidanceDocument:  # fmt: skip
    document = make_document(
        by=by, slug=slug, title=title, purpose=purpose, area=area, is_example=True,
        target_group="Handläggare på länets miljökontor", working_group=f"Arbetsgrupp {title.split(maxsplit=1)[0].strip(':').lower()}",
    )  # fmt: skip
    write_clauses(by=by, document=document, clauses=clauses)
    publish_edition(by=by, document=document, number=number, decision=_decision(start, "14"), in_force_from=start)  # fmt: skip
    return document


def _out_for_comments(demo: Demo, by: Actor) -> None:
    """A draft that the offices are answering: one has said its piece, the others are asked on their own page."""
    document = make_document(
        by=by, slug="campingplatser", title="Campingplatser", purpose="Så bedömer vi dricksvatten, latrin och egenkontroll på campingplatser.",
        area=Area.HEALTH, is_example=True, target_group="Handläggare på länets miljökontor", working_group="Arbetsgrupp camping",
    )  # fmt: skip
    write_clauses(by=by, document=document, clauses=CAMPING)
    referral = open_referral(
        by=by, document=document, closes=today() + timedelta(days=19),
        message="Titta särskilt på när brunnen ska provas.",
    )  # fmt: skip
    water = referral.clauses.get(heading="Dricksvatten")
    answer_referral(
        by=actor_of(demo.people["kontakt.aneby@exempel.se"]), referral=referral, office=demo.offices["aneby"],
        comments={water.pk: "Skriv hur långt före öppningen provet ska tas."}, revision=0, hand_in=True,
    )  # fmt: skip


def _vehicle_washes(demo: Demo, by: Actor) -> GuidanceDocument:
    day = today()
    document = _publish(
        demo, by, "fordonstvattar", "Fordonstvättar",
        "Så bedömer vi avloppsvatten, kemikalier och egenkontroll i tvätthallar och gör-det-själv-hallar.",
        Area.HAZARDOUS, WASHES, day - timedelta(days=890), "3.0",
    )  # fmt: skip
    for year, title, publisher, address in FORERUNNERS:
        add_other_guidance(by=by, document=document, year=year, title=title, publisher=publisher, address=address)  # fmt: skip
    clauses = list(document.clauses.all())
    texts = {2: _STORAGE, 5: _EXTENT}
    write_clauses(
        by=by, document=document,
        clauses=[
            ClauseDraft(
                plan.chapter, texts.get(place, plan.text), plan.heading, plan.grounds, plan.example,
                plan.citations, clause.uuid,
            )
            for place, (plan, clause) in enumerate(zip(WASHES, clauses, strict=True))
        ],
    )  # fmt: skip
    start = day - timedelta(days=165)
    publish_edition(
        by=by, document=document, number="3.1", decision=_decision(start, "14"), in_force_from=start,
        change_summary="Dubbelmantlade behållare, och en gräns för enkel journal.",
        change_reason="Kontoren bedömde samma behållare olika, och små hallar fick krav som inte stod i proportion.",
        clause_reasons={
            clauses[2].uuid: "I samsynsövningens första omgång svarade 10 avvikelse och 11 utan avvikelse.",
            clauses[5].uuid: "Små hallar fick krav som inte stod i proportion till verksamheten.",
        },
    )  # fmt: skip
    return document


def _attach(by: Actor, document: GuidanceDocument) -> None:
    """A letter template in Word, as offices have them."""
    letter = WordDocument()
    letter.add_heading("Begäran om journal för oljeavskiljare", 1)
    letter.add_paragraph(
        "[Verksamhet] ombeds att senast [datum] skicka in journal över tömning och larmprov. Exempeldata."
    )
    written = io.BytesIO()
    letter.save(written)
    add_attachment(
        by=by, document=document, title="Begäran om journal", kind="letter",
        name="begaran-om-journal.docx", content=written.getvalue(),
    )  # fmt: skip


def _adopt(demo: Demo, by: Actor, document: GuidanceDocument) -> None:
    day = today()
    adopted = {
        "aneby": "52", "eksjo": "88", "gislaved": "71", "habo-mullsjo": "64", "jonkoping": "143",
        "nassjo": "97", "vetlanda": "80",
    }  # fmt: skip
    for place, (slug, paragraph) in enumerate(adopted.items()):
        set_adoption(
            by=by, document=document, office=demo.offices[slug], state=AdoptionState.ADOPTED,
            date=day - timedelta(days=40 + 7 * place), paragraph=paragraph,
        )  # fmt: skip
    set_adoption(
        by=by, document=document, office=demo.offices["vaggeryd"], state=AdoptionState.DEVIATES,
        date=day - timedelta(days=30), paragraph="61", deviation="Annan gräns för enkel journal i 3.1.",
    )  # fmt: skip
    for slug in ("gnosjo", "tranas"):
        set_adoption(
            by=by, document=document, office=demo.offices[slug], state=AdoptionState.SCHEDULED,
            date=day + timedelta(days=16),
        )  # fmt: skip


def _read(demo: Demo, document: GuidanceDocument) -> None:
    edition = document.editions.first()
    for slug in ("aneby", "eksjo", "gislaved", "jonkoping", "vetlanda", "varnamo", "habo-mullsjo"):
        for word in ("handlaggare", "kontakt"):
            person = demo.people[f"{word}.{slug}@exempel.se"]
            if edition is not None:
                confirm_read(by=actor_of(person), edition=edition)


def _agree(demo: Demo, by: Actor, document: GuidanceDocument) -> None:
    clause = document.clauses.get(heading="Avloppsvatten")
    behind = [office for slug, office in demo.offices.items() if slug in _BEHIND]
    make_agreed_answer(
        by=by, slug="larm-som-inte-provats", area=Area.HAZARDOUS, is_example=True, clause=clause,
        question="Är ett larm som finns men inte har provats det senaste året en avvikelse?",
        answer="Ja. Larm som finns men inte har provats det senaste året är en avvikelse.",
        reasons="Ett larm som inte provas kan vara ur funktion utan att någon vet. Provet tar några minuter.",
        behind=behind, dissenting={demo.offices["vaggeryd"]: "Bedömer från fall till fall i små hallar."},
        citations=["MB 26 kap. 19 §"], agreed_on=today() - timedelta(days=4),
    )  # fmt: skip


_BEHIND = frozenset(
    {"aneby", "eksjo", "gislaved", "gnosjo", "habo-mullsjo", "jonkoping", "nassjo", "savsjo", "tranas", "vetlanda", "varnamo"}
)  # fmt: skip
