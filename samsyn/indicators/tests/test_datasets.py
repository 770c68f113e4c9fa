"""The catalogue in both profiles, by the rules that dataportal.se and the EU check."""

from uuid import UUID

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF

from samsyn.indicators.catalogue import LICENCE
from samsyn.indicators.tests.factories import KEY, Scene

pytestmark = pytest.mark.django_db
PROFILES = ("/datasets/dcat", "/datasets/dcat-ap")
VCARD_CLASS = URIRef("http://www.w3.org/2006/vcard/ns#Organization")
# dataportal.se's templates (DCAT-AP-SE 3.0.1): what each thing must have at least, and at most.
REQUIRED = {
    DCAT.Catalog: {DCTERMS.title: (1, None), DCTERMS.description: (1, None), DCTERMS.publisher: (1, 1), DCTERMS.license: (1, 1), DCAT.dataset: (1, None)},
    DCAT.Dataset: {DCTERMS.title: (1, None), DCTERMS.description: (1, None), DCTERMS.publisher: (1, 1), DCTERMS.identifier: (1, 1), DCAT.contactPoint: (1, None)},
    DCAT.Distribution: {DCAT.accessURL: (1, 1), DCTERMS.format: (1, 1), DCTERMS.license: (1, 1)},
    DCAT.DataService: {DCTERMS.title: (1, None), DCAT.endpointURL: (1, None), DCTERMS.format: (1, 1)},
    FOAF.Agent: {FOAF.name: (1, None)},
}  # fmt: skip


@pytest.fixture
def graphs(scene: Scene) -> dict[str, Graph]:
    scene.release(2024, aneby=(100, 2))
    found = {}
    for path in PROFILES:
        answer = scene.world.client().get(path)
        assert answer["Content-Type"].startswith("application/rdf+xml")
        found[path] = Graph().parse(data=answer.content, format="xml")
    return found


@pytest.mark.parametrize("path", PROFILES)
def test_everything_that_is_required_is_there_and_no_more(graphs, path: str) -> None:
    graph = graphs[path]
    for kind, properties in REQUIRED.items():
        things = list(graph.subjects(RDF.type, kind))
        assert things, kind
        for thing in things:
            for name, (least, most) in properties.items():
                number = len(list(graph.objects(thing, name)))
                assert number >= least, (thing, name)
                assert most is None or number <= most, (thing, name)


@pytest.mark.parametrize("path", PROFILES)
def test_main_things_have_absolute_addresses_and_texts_a_language(graphs, path: str) -> None:
    graph = graphs[path]
    for kind in (*REQUIRED, VCARD_CLASS):
        for thing in graph.subjects(RDF.type, kind):
            assert isinstance(thing, URIRef) and thing.startswith("http://testserver/datasets/")
    for name in (DCTERMS.title, DCTERMS.description, FOAF.name, DCAT.keyword):
        for _thing, text in graph.subject_objects(name):
            assert text.language == "sv", (name, text)
    publisher = set(graph.objects(None, DCTERMS.publisher))
    assert publisher.isdisjoint(graph.objects(None, DCAT.contactPoint))


def test_identifier_is_a_uuid_that_survives_and_licence_is_the_templates(graphs) -> None:
    graph = graphs[PROFILES[0]]
    for identifier in graph.objects(None, DCTERMS.identifier):
        UUID(str(identifier))
    assert set(graph.objects(None, DCTERMS.license)) == {URIRef(LICENCE)}
    assert LICENCE.startswith("http://")


def test_the_profiles_differ_in_the_one_thing_they_contradict_each_other_in(graphs) -> None:
    swedish, european = (graphs[path] for path in PROFILES)
    assert all(isinstance(one, Literal) for one in swedish.objects(None, DCTERMS.format))
    assert all(isinstance(one, URIRef) for one in european.objects(None, DCTERMS.format))


def test_links_in_the_catalogue_lead_somewhere(scene: Scene, graphs) -> None:
    client = scene.world.client()
    graph = graphs[PROFILES[0]]
    for name in (DCAT.accessURL, DCAT.landingPage, DCAT.endpointURL, DCAT.endpointDescription):
        for address in graph.objects(None, name):
            assert client.get(str(address).removeprefix("http://testserver")).status_code == 200, (
                address
            )


def test_invented_figures_are_not_offered_to_the_portals(scene: Scene) -> None:
    scene.indicator.is_example = True
    scene.indicator.save()
    scene.release(2024, aneby=(100, 2))
    assert KEY not in scene.world.client().get(PROFILES[0]).content.decode()


def test_the_page_explains_with_examples_that_name_a_table_that_is_there(scene: Scene) -> None:
    scene.release(2024, aneby=(100, 2))
    text = scene.world.client().get("/oppna-data/").content.decode()
    assert f"/tables/{KEY}/data?outputFormat=csv" in text
    assert "jamforbarhet" in text and "150" in text
