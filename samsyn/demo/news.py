"""The demo's news and the collaboration's own pages. All invented; the news are marked so."""

from samsyn.demo import county
from samsyn.demo.plan import Demo
from samsyn.organisations.interface import actor_of, root_page_of
from samsyn.web.interface import GUIDES, InfoPage, NewsPage, Topic, end_tour

# They have been here long; those who sign in as others are shown around.
KNOW_THEIR_WAY = (
    "samordnare@exempel.se",
    "handlaggare.jonkoping@exempel.se",
    "kontakt.jonkoping@exempel.se",
    "chef.jonkoping@exempel.se",
)
NEWS = (
    (
        Topic.CAMPAIGNS,
        "skolkampanjen-over-halften",
        "Över hälften av skolorna är besökta",
        "Kontoren har besökt 84 av 117 skolor i höstens kampanj. Sista rapportdag är den 11 december.",
        "Kampanjen tittar på städning och ventilation. Alla kontor ställer samma frågor. Resultatet publiceras när "
        "styrgruppen har beslutat rapporten.",
    ),
    (
        Topic.GUIDANCE,
        "nytt-stod-fordonstvattar",
        "Nytt handläggarstöd om fordonstvättar",
        "Version 3.1 säger hur vi ser på dubbelmantlade behållare och när en enkel journal räcker.",
        "Stödet bygger på en fråga som kontoren bedömde olika. Nu är de överens.",
    ),
)


def make_news(demo: Demo) -> None:
    """Two pieces of news and a page on the agreement, under the county's own root."""
    root = root_page_of(demo.collaborations[county.COUNTY_SLUG])
    if root is None:
        return
    for topic, slug, title, summary, text in NEWS:
        page = NewsPage(
            title=title,
            slug=slug,
            topic=topic,
            summary=summary,
            body=[("paragraph", f"<p>{text}</p>")],
            is_example=True,
        )
        root.add_child(instance=page)
        page.save_revision().publish()
    agreement = InfoPage(
        title="Överenskommelsen om samverkan",
        slug="overenskommelse",
        english_title="The agreement on our cooperation",
        english_body=[
            ("paragraph", "<p>This is an invented agreement (example data).</p>"),
            ("heading", "What we have agreed"),
            (
                "list",
                [
                    "We plan, guide and follow up supervision together.",
                    "Each office answers for its own supervision and its own decisions.",
                    "The steering group decides the plan of the year. The members share the cost.",
                ],
            ),
        ],
        body=[
            ("paragraph", "<p>Det här är en påhittad överenskommelse (exempeldata).</p>"),
            ("heading", "Vad vi har kommit överens om"),
            (
                "list",
                [
                    "Vi planerar, vägleder och följer upp tillsynen tillsammans.",
                    "Varje kontor ansvarar för sin egen tillsyn och sina egna beslut.",
                    "Styrgruppen beslutar verksamhetsplanen. Kostnaden delas mellan medlemmarna.",
                ],
            ),
        ],
    )
    root.add_child(instance=agreement)
    agreement.save_revision().publish()
    for email in KNOW_THEIR_WAY:
        for guide in GUIDES:
            if guide.tour and email in demo.people:
                end_tour(by=actor_of(demo.people[email]), guide=guide)
