"""The catalogue of open data as RDF/XML, in two profiles that contradict each other on one point.

DCAT-AP-SE 3.0.1 (what dataportal.se harvests) wants dcterms:format as a literal; the EU's DCAT-AP 3.0.1 wants an IRI.
So the same catalogue is written twice. Rules followed: absolute IRIs, no blank nodes for catalogue, dataset,
distribution, publisher and contact, a language tag on every text, UUID identifiers, the http form of the licence's IRI.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from samsyn.indicators.models import Indicator
from samsyn.indicators.picture import Picture
from samsyn.organisations.interface import Collaboration

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LICENCE = "http://creativecommons.org/licenses/by/4.0/"
_VOCABULARY = "http://publications.europa.eu/resource/authority"
LANGUAGE = f"{_VOCABULARY}/language/SWE"
ACCESS = f"{_VOCABULARY}/access-right/PUBLIC"
YEARLY = f"{_VOCABULARY}/frequency/ANNUAL"
ENVIRONMENT = f"{_VOCABULARY}/data-theme/ENVI"
GOVERNMENT = f"{_VOCABULARY}/publisher-type/RegionalAuthority"
# Format as the distribution names it: media type, EU file type, and the ending of our address.
FILES = (
    ("csv", "text/csv", f"{_VOCABULARY}/file-type/CSV"),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        f"{_VOCABULARY}/file-type/XLSX",
    ),
)
API_TYPE = f"{_VOCABULARY}/file-type/JSON"
IANA = "http://www.iana.org/assignments/media-types/"


class Profile(StrEnum):
    """Which of the two contradicting profiles the catalogue is written in."""

    SWEDEN = "se"
    EUROPE = "eu"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where things are, as absolute addresses: the site's root, and makers of addresses from a key."""

    root: str
    page: Callable[[str], str]
    file: Callable[[str, str], str]
    api: str
    docs: str


def catalogue(
    collaboration: Collaboration,
    pictures: Iterable[Picture],
    addresses: Addresses,
    profile: Profile,
) -> bytes:
    """The catalogue with one dataset per own, real key figure."""
    writer = _Writer(addresses, profile)
    shown = [
        one for one in pictures if not one.indicator.is_reference and not one.indicator.is_example
    ]
    writer.catalogue(collaboration, shown)
    for one in shown:
        writer.dataset(one)
    writer.service(collaboration, shown)
    writer.publisher(collaboration)
    writer.contact(collaboration)
    return etree.tostring(writer.root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


class _Writer:
    """Writes one catalogue; every main thing has an IRI below the site's root."""

    def __init__(self, addresses: Addresses, profile: Profile) -> None:
        self.at, self.profile = addresses, profile
        self.root = etree.Element(_name("rdf:RDF"), nsmap=NAMESPACES)

    def _iri(self, path: str) -> str:
        return f"{self.at.root}/datasets/{path}"

    def _thing(self, kind: str, iri: str) -> etree._Element:
        return etree.SubElement(self.root, _name(kind), {_name("rdf:about"): iri})

    def catalogue(self, collaboration: Collaboration, pictures: list[Picture]) -> None:
        one = self._thing("dcat:Catalog", self._iri("katalog"))
        _text(one, "dcterms:title", f"Öppna data från {collaboration.name}")
        _text(
            one,
            "dcterms:description",
            "Miljökontorens gemensamma nyckeltal: per kontor och år, med orsak där värden saknas och hur "
            "talen får jämföras.",
        )
        _link(one, "dcterms:publisher", self._iri("utgivare"))
        _link(one, "dcterms:license", LICENCE)
        _link(one, "dcterms:language", LANGUAGE)
        _link(one, "foaf:homepage", f"{self.at.root}/oppna-data/")
        if pictures:
            _typed(one, "dcterms:modified", _day(pictures), "xsd:date")
        for picture in pictures:
            _link(one, "dcat:dataset", self._dataset(picture.indicator))
        _link(one, "dcat:service", self._iri("api"))

    def _dataset(self, indicator: Indicator) -> str:
        return self._iri(f"nyckeltal/{indicator.key}")

    def dataset(self, picture: Picture) -> None:
        indicator, meaning = picture.indicator, picture.definition
        one = self._thing("dcat:Dataset", self._dataset(indicator))
        _text(one, "dcterms:title", f"{indicator.number} {meaning.name}".strip())
        _text(one, "dcterms:description", meaning.counted or meaning.name)
        _literal(one, "dcterms:identifier", str(indicator.uuid))
        _link(one, "dcterms:publisher", self._iri("utgivare"))
        _link(one, "dcat:contactPoint", self._iri("kontakt"))
        _link(one, "dcat:theme", ENVIRONMENT)
        _link(one, "dcterms:language", LANGUAGE)
        _link(one, "dcterms:accessRights", ACCESS)
        _link(one, "dcterms:accrualPeriodicity", YEARLY)
        _link(one, "dcat:landingPage", self.at.page(indicator.key))
        _text(one, "dcat:keyword", "nyckeltal")
        _text(one, "dcat:keyword", "miljötillsyn")
        _literal(one, "dcat:version", str(meaning.version))
        _typed(one, "dcterms:modified", _day([picture]), "xsd:date")
        for kind, media, eu_type in FILES:
            iri = self._dataset(indicator) + f"/{kind}"
            _link(one, "dcat:distribution", iri)
            self._distribution(
                iri, f"{meaning.name}, {kind}", self.at.file(indicator.key, kind), media, eu_type
            )

    def _distribution(self, iri: str, title: str, address: str, media: str, eu_type: str) -> None:
        one = self._thing("dcat:Distribution", iri)
        _text(one, "dcterms:title", title)
        _link(one, "dcat:accessURL", address)
        _link(one, "dcat:downloadURL", address)
        _link(one, "dcterms:license", LICENCE)
        self._format(one, media, eu_type)

    def _format(self, one: etree._Element, media: str, eu_type: str) -> None:
        if self.profile == Profile.SWEDEN:
            _literal(one, "dcterms:format", media)
        else:
            _link(one, "dcterms:format", eu_type)
            _link(one, "dcat:mediaType", IANA + media)

    def service(self, collaboration: Collaboration, pictures: list[Picture]) -> None:
        one = self._thing("dcat:DataService", self._iri("api"))
        _text(one, "dcterms:title", f"PxWebApi 2 för {collaboration.name}")
        _link(one, "dcat:endpointURL", self.at.api)
        _link(one, "dcat:endpointDescription", self.at.docs)
        _link(one, "dcterms:license", LICENCE)
        _link(one, "dcterms:publisher", self._iri("utgivare"))
        _link(one, "dcat:contactPoint", self._iri("kontakt"))
        self._format_of_service(one)
        for picture in pictures:
            _link(one, "dcat:servesDataset", self._dataset(picture.indicator))

    def _format_of_service(self, one: etree._Element) -> None:
        if self.profile == Profile.SWEDEN:
            _literal(one, "dcterms:format", "application/json")
        else:
            _link(one, "dcterms:format", API_TYPE)

    def publisher(self, collaboration: Collaboration) -> None:
        # dataportal.se knows organisations by number; the installation's own IRI stands until it has one to give.
        one = self._thing("foaf:Agent", self._iri("utgivare"))
        _text(one, "foaf:name", collaboration.name)
        _link(one, "dcterms:type", GOVERNMENT)
        _link(one, "foaf:homepage", f"{self.at.root}/om/")

    def contact(self, collaboration: Collaboration) -> None:
        one = self._thing("vcard:Organization", self._iri("kontakt"))
        _text(one, "vcard:fn", collaboration.name)
        if collaboration.contact_email:
            _link(one, "vcard:hasEmail", f"mailto:{collaboration.contact_email}")
        else:
            _link(one, "vcard:hasURL", f"{self.at.root}/om/")


def _day(pictures: Iterable[Picture]) -> str:
    days = [one.definition.made_at for one in pictures]
    return max(days).date().isoformat()


def _name(prefixed: str) -> str:
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _link(parent: etree._Element, name: str, iri: str) -> None:
    etree.SubElement(parent, _name(name), {_name("rdf:resource"): iri})


def _text(parent: etree._Element, name: str, text: str) -> None:
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    etree.SubElement(parent, _name(name), {language: "sv"}).text = text


def _literal(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, _name(name)).text = text


def _typed(parent: etree._Element, name: str, text: str, kind: str) -> None:
    prefix, _, local = kind.partition(":")
    iri = NAMESPACES[prefix] + local
    etree.SubElement(parent, _name(name), {_name("rdf:datatype"): iri}).text = text
