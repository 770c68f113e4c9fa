"""Documents for tests of search, made from the field's own words, and sources that give them."""

from samsyn.core.search.interface import PUBLIC, Document, index

# key, title, body
DOCUMENTS = (
    ("kold", "Köldmedieanläggningar", "Tillsyn över anläggningar med fluorerade växthusgaser. Läckagekontroll ska göras varje år."),
    ("kold-omvant", "Anläggning för köldmedier i livsmedelsbutik", "Butiken lämnar rapport till miljökontoret."),
    ("tvatt", "Fordonstvättar", "Vägledning om rening av avloppsvatten från tvätthallar. Oljeavskiljaren ska tömmas. Egenkontrollen ska följa 26 kap. 19 § miljöbalken."),
    ("verkstad", "Tillsynskampanj om verkstäder 2018", "Bilverkstäder besöktes. Cisterner för spillolja saknade invallning och påkörningsskydd."),
    ("skola", "Inomhusmiljö i skolor", "Ventilation, städning och radon. Skolans rutiner för städning granskades enligt 2 kap. 3 § miljöbalken."),
    ("bad", "Bassängbad", "Provtagning av badvatten, legionella och klor i simhallar. Folkhälsomyndighetens allmänna råd gäller."),
    ("avlopp", "Enskilda avlopp", "Små avloppsanläggningar med markbädd. Slamtömning och inventering i kommunerna."),
    ("msa", "Miljösanktionsavgifter", "När ska nämnden besluta om avgift? Förordningen (2012:259) räknar upp överträdelserna."),
    ("ved", "Vedeldning i tätort", "Klagomål om rök från vedpannor. Nämnden kan förelägga fastighetsägaren med stöd av 26 kap. 9 § miljöbalken."),
    ("samordnare", "Handbok för länssamordnare", "Verksamhetsplan, verksamhetsberättelse och styrgruppens möten."),
    ("avfall", "Farligt avfall hos lantbruk", "Anteckningsskyldighet och transport. Avfallsförordningen (2020:614) gäller för gårdar."),
    ("pfas", "PFAS i brandskum", "Förorenade områden vid brandövningsplatser undersöks. Grundvattnet provtas."),
)  # fmt: skip

# What is typed, and the keys that must be found; `first` before the others where the order matters.
CASES = (
    ("köldmedieanläggning", ["kold", "kold-omvant"]),
    ("köldmedieanläggningarna", ["kold", "kold-omvant"]),
    ("köldmedium", ["kold", "kold-omvant"]),
    ("köldmedel", ["kold", "kold-omvant"]),
    ("f-gas", ["kold", "kold-omvant"]),
    ("läckagekontroller", ["kold"]),
    ("läckage", ["kold"]),
    ("växthusgas", ["kold"]),
    ("livsmedel", ["kold-omvant"]),
    ("fordonstvätt", ["tvatt"]),
    ("biltvätt", ["tvatt"]),
    ("tvätthallen", ["tvatt"]),
    ("oljeavskiljare", ["tvatt"]),
    ("olja", ["tvatt", "verkstad"]),
    ("egenkontroll fordonstvätt", ["tvatt"]),
    ("26 kap 19 §", ["tvatt"]),
    ("26 kap. 19 § miljöbalken", ["tvatt"]),
    ("MB 26:19", ["tvatt"]),
    ("26:19 MB", ["tvatt"]),
    ("26 kap miljöbalken", ["tvatt", "ved"]),
    ("miljöbalken", ["tvatt", "skola", "ved"]),
    ("MB", ["tvatt", "skola", "ved"]),
    ("verkstad", ["verkstad"]),
    ("bilverkstad cistern", ["verkstad"]),
    ("sekundärt skydd", []),
    ("invallningar", ["verkstad"]),
    ("kampanj", ["verkstad"]),
    ("skolans ventilation", ["skola"]),
    ("städrutiner", ["skola"]),
    ("simhall", ["bad"]),
    ("badanläggning", ["bad"]),
    ("provtagningar", ["bad"]),
    ("vatten", ["tvatt", "bad", "pfas"]),
    ("enskilt avlopp", ["avlopp"]),
    ("avlopp", ["tvatt", "avlopp"]),
    ("avloppsanläggning", ["avlopp"]),
    ("sanktionsavgift", ["msa"]),
    ("2012:259", ["msa"]),
    ("FMS", ["msa"]),
    ("vedpanna", ["ved"]),
    ("samordnaren", ["samordnare"]),
    ("vp", ["samordnare"]),
    ("Avfallsförordningen", ["avfall"]),
    ("pfas grundvatten", ["pfas"]),
    ("förorenat område", ["pfas"]),
    ("rymdfärja", []),
)  # fmt: skip

# Misspelled, and what is suggested.
MISSPELLED = (
    ("fordonstvätar", "fordonstvättar"),
    ("legionela", "legionella"),
    ("ventelation i skolor", "ventilation i skolor"),
    ("vedpanor", "vedpannor"),
    ("brandskumm", "brandskum"),
    ("slamtömmning", "slamtömning"),
)  # fmt: skip


def document(
    key: str, title: str = "", body: str = "", scope: str = PUBLIC, **more: object
) -> Document:
    values: dict[str, object] = {
        "collaboration_id": 1,
        "kind": "stod",
        "key": key,
        "scope": scope,
        "title": title or key,
        "body": body,
        "url": f"/{key}/",
        **more,
    }
    return Document(**values)  # type: ignore[arg-type]


def index_all() -> None:
    for key, title, body in DOCUMENTS:
        index(document(key, title, body))
