"""Needs, proposals and activities of the demo: themes that Swedish collaborations really work with, in invented words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Idea:
    """A proposal: who makes it, what it is, and who stands behind it."""

    title: str
    office: str
    kind: str
    background: str
    purpose: str
    goal: str = ""
    area: str = ""
    supports: tuple[str, ...] = ()
    effect: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """What a decided proposal is in the plan: months, money, hours by office, and at the end how it went."""

    months: tuple[int, int]
    budget: int = 0
    hours: tuple[tuple[str, int], ...] = ()
    strategy: str = ""
    result: str = ""


NEED = Idea(
    "Olika krav på städning i skolor", "nassjo", "", area="health", purpose="",
    background="Vi ställer olika krav på städning och rutiner. En skola som ligger vid kommungränsen undrar varför.",
)  # fmt: skip
SCHOOLS = Idea(
    "Städning och ventilation i skolor", "nassjo", "campaign", area="health",
    background="Tre kontor har fått samma frågor från rektorer. Checklistan från 2014/2015 finns att utgå från.",
    purpose="Se om skolorna har en städning som fungerar och skriftliga rutiner för den.",
    goal="Minst nio kontor deltar.\nAlla skolor som besöks får samma frågor.",
    effect="Samma brist ger samma svar i hela länet.", supports=("tranas", "jonkoping", "vetlanda", "aneby"),
)  # fmt: skip
SCHOOLS_TOO = Idea(
    "Inomhusmiljö i grundskolor", "tranas", "campaign", area="health",
    background="Klagomålen på inomhusmiljön ökar.", purpose="Gemensam tillsyn av grundskolor.",
)  # fmt: skip
# Decided for the running year; the first one is the school campaign.
RUNNING = (
    (SCHOOLS, Work((9, 12), 15000, (("nassjo", 60), ("jonkoping", 80), ("tranas", 40), ("varnamo", 60), ("aneby", 24)),
                   "Hälsoskydd i skolor och förskolor")),
    (Idea("Handläggarträffar", "gislaved", "meeting", "Vi behöver träffas och prata om ärenden.",
          "Fyra träffar, en i kvartalet.", "Fyra träffar hålls.", supports=("gnosjo", "vaggeryd")),
     Work((1, 12), 20000, (("gislaved", 16), ("gnosjo", 16), ("vaggeryd", 16), ("savsjo", 16), ("eksjo", 16)))),
    (Idea("Kurs i att skriva föreläggande", "eksjo", "course", "Många är nya.", "Föreläggandena håller i överprövning.",
          "30 handläggare går kursen.", supports=("savsjo", "tranas")),
     Work((3, 3), 30000, (("eksjo", 12), ("savsjo", 8)))),
)  # fmt: skip
# Decided in June for the year that comes.
COMING = (
    (Idea("Små avlopp", "vetlanda", "campaign", "Nästan hälften av avloppen i länet är äldre än tjugo år.",
          "Lika krav på små avlopp i hela länet.", "Tio kontor deltar.\n300 avlopp besöks.", "water",
          ("savsjo", "aneby", "eksjo", "gislaved", "gnosjo", "nassjo", "tranas", "vaggeryd", "varnamo"),
          "Samma skyddsnivå ger samma krav."),
     Work((4, 10), 25000, (("vetlanda", 80), ("savsjo", 60), ("aneby", 40), ("eksjo", 60), ("jonkoping", 100)),
          "Vatten av god kvalitet")),
    (Idea("Förskolans kemikalier", "varnamo", "guidance", "Förskolorna frågar om leksaker och hygienartiklar.",
          "Ett gemensamt stöd för råd till förskolor.", "Stödet är beslutat före sommaren.", "chemicals",
          ("gislaved", "gnosjo", "jonkoping")),
     Work((1, 5), 5000, (("varnamo", 60), ("jonkoping", 40)), "Giftfri vardag")),
    (Idea("Buller från grannar", "jonkoping", "calibration", "Vi bedömer grannklagomål olika.",
          "Se var vi bedömer olika, och varför.", "Tolv kontor deltar i två omgångar.", "health",
          ("habo-mullsjo", "nassjo", "tranas", "varnamo")),
     Work((9, 11), 0, (("jonkoping", 24), ("nassjo", 12), ("varnamo", 12), ("tranas", 12)))),
    (Idea("Föreläggande med vite", "eksjo", "course", "Viten skrivs sällan och olika.",
          "Fler vågar, och gör lika.", "30 platser, minst en från varje kontor.", "",
          ("savsjo", "vetlanda")),
     Work((3, 3), 35000, (("eksjo", 12), ("savsjo", 8), ("vetlanda", 8)))),
    (Idea("Fyra träffar under året", "gislaved", "meeting", "Träffarna uppskattas.", "En träff per kvartal.",
          "Fyra träffar hålls.", "", ("gnosjo",)),
     Work((1, 12), 20000, (("gislaved", 16), ("gnosjo", 16), ("vaggeryd", 16)))),
    (Idea("Aktualitetsgranskning", "habo-mullsjo", "project", "Nio handläggarstöd ska granskas.",
          "Inget stöd är äldre än tre år utan att ha granskats.", "Nio stöd är granskade.", "", ("aneby",)),
     Work((5, 6), 0, (("habo-mullsjo", 24), ("aneby", 16)))),
)  # fmt: skip
# Voted on now, for the year after.
VOTED_ON = (
    Idea("Lantbrukets växtnäring", "vaggeryd", "campaign", "Dokumentationen skiljer sig mycket mellan gårdar.",
         "Gemensam tillsyn av växtnäring.", "", "hazardous",
         ("vetlanda", "eksjo", "aneby", "savsjo", "nassjo", "tranas", "gislaved", "varnamo")),
    Idea("Cisterner", "nassjo", "guidance", "Fordonskampanjen gav många frågor om cisterner.",
         "Ett stöd om kontroll av cisterner.", "", "hazardous",
         ("aneby", "eksjo", "gnosjo", "jonkoping", "tranas", "vaggeryd", "varnamo")),
    Idea("Dagvatten och provtagning", "jonkoping", "course", "Provtagning görs olika.", "Lika provtagning.", "",
         "water", ("habo-mullsjo", "tranas", "varnamo", "gislaved", "eksjo")),
    Idea("Bassängbad", "tranas", "campaign", "Senast besöktes baden tillsammans 2017.",
         "Se om egenkontrollen har blivit bättre.", "", "health", ("eksjo", "vetlanda", "nassjo")),
)  # fmt: skip
# New this autumn, for the idea bank.
BANK = (
    Idea("Solceller och brandvatten", "tranas", "guidance", "Släckvatten från solcellsbränder är en ny fråga.",
         "Gemensamt råd till räddningstjänst och fastighetsägare.", "", "hazardous"),
    Idea("Tatuerare: gemensam broschyr", "varnamo", "guidance", "Många nya lokaler.", "En broschyr för hela länet.",
         "", "health", ("jonkoping",)),
    Idea("Enklare rapport vid C-verksamhet", "jonkoping", "project", "Rapporterna tar tid.", "En mall för C-anläggningar.",
         "", "hazardous", ("gislaved", "gnosjo")),
    Idea("Mikroplast från konstgräs", "habo-mullsjo", "workshop", "Fem nya planer på tre år.",
         "Lika krav på granulatfällor.", "", "water"),
)  # fmt: skip
TATTOO_TOO = Idea(
    "Hygien hos tatuerare",
    "gislaved",
    "guidance",
    "Nya färger kräver nya råd.",
    "Ett blad att lämna ut.",
)
DRONES = Idea(
    "Drönare i tillsynen",
    "vetlanda",
    "project",
    "Drönare kan se upplag på håll.",
    "Prova drönare på tio objekt.",
)
DRONES_NO = (
    "Juridiken om flygning över annans mark är oklar. Pröva igen när vägledningen har kommit."
)
# What was done the year before: title, type, months, hours by office, result, goals with how they went.
REPORTED = (
    ("Verkstäder och kemikalier", "campaign", (4, 11), (("gnosjo", 60, 52), ("gislaved", 60, 71), ("varnamo", 60, 60)),
     "Tre kontor provade checklistan tillsammans. Resultatet ligger till grund för nästa kampanj.",
     (("Checklistan är provad på minst 20 verkstäder.", "met", "24 besök."),)),
    ("Handläggarträffar", "meeting", (1, 12), (("gislaved", 16, 16), ("eksjo", 16, 12), ("savsjo", 16, None)),
     "Fyra träffar hölls, en av dem på distans.", (("Fyra träffar hålls.", "met", ""),)),
    ("Handläggarstöd om fordonstvättar", "guidance", (2, 9), (("nassjo", 80, 96),),
     "Stödet skrevs men remissen drog ut på tiden.", (("Beslut före oktober.", "not_met", "Kom i januari."),)),
    ("Kurs i egenkontroll", "course", (10, 10), (("jonkoping", 24, 24), ("tranas", 8, 8)),
     "Elva deltagare från elva kontor.", (("Alla kontor deltar.", "partly", "Elva av tolv."),)),
)  # fmt: skip
CRITERIA = (
    ("Nytta för jämlik tillsyn", "Blir kraven mer lika i länet?"),
    ("Sparat arbete", "Sparar det tid jämfört med att varje kontor gör det själv?"),
    ("Genomförbarhet", "Har kontoren tid och kunskap?"),
    ("Nationell strategi", "Vilket fokusområde stöder det?"),
)
