"""The guides of the help: per role a few steps, each with where it is done and a picture of how it looks.

The pictures are taken of the demo county by tests/browser/test_help_pictures.py, which also tries that each page still
has what the step speaks of. `make pictures` puts new ones where the program finds them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.organisations.interface import Membership, Role

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: its sentence, the name of the address where it is done, and a picture with its text."""

    text: Text
    link: Text = ""
    address: str = ""
    picture: str = ""
    shows: Text = ""

    @property
    def picture_file(self) -> str:
        """Where the static files have the picture."""
        return f"web/help/{self.picture}.webp"


@dataclass(frozen=True, slots=True)
class Guide:
    """A role's first hour. `tour` says that it is offered on my page until its reader has ended it."""

    slug: str
    title: Text
    roles: frozenset[Role]
    steps: tuple[Step, ...]
    tour: bool = False


GUIDES = (
    Guide(
        "inspektera",
        _("You who inspect"),
        frozenset({Role.OFFICER, Role.GUIDANCE_OFFICER}),
        (
            Step(
                _("Open My page. What waits for you stands there, the nearest day first."),
                link=_("My page"),
                address="web:my_page",
                picture="handlaggare-min-sida",
                shows=_("My page with a list of what waits, each thing with its day and one button."),
            ),
            Step(
                _(
                    "Press Start a visit and choose the object. The checklist works in a telephone, also without a network."
                ),
                link=_("Campaigns"),
                address="campaigns:list",
                picture="handlaggare-kampanj",
                shows=_("A campaign with its checklist, its days and how far the visits have come."),
            ),
            Step(
                _("Are you in doubt? Read the guidance, or ask the other offices under Questions."),
                link=_("Guidance"),
                address="guidance:list",
                picture="handlaggare-stod",
                shows=_("A guidance document with numbered assessments and the law they rest on."),
            ),
        ),
        tour=True,
    ),
    Guide(
        "kontor",
        _("You who speak for an office"),
        frozenset({Role.CONTACT, Role.MANAGER}),
        (
            Step(
                _("Open My page. What your office has to answer stands there, the nearest day first."),
                link=_("My page"),
                address="web:my_page",
                picture="kontor-min-sida",
                shows=_("My page of a contact person, with what the office has to answer."),
            ),
            Step(
                _("Answer whether the office takes part in a campaign, and how many objects you plan."),
                link=_("Campaigns"),
                address="campaigns:list",
            ),
            Step(
                _("Vote for the office before the vote closes."),
                link=_("Votes"),
                address="planning:votes",
                picture="kontor-omrostning",
                shows=_("The votes, with the last day and who has answered."),
            ),
            Step(
                _("Report the key figures and let the manager sign them."),
                link=_("Key figures"),
                address="indicators:overview",
            ),
        ),
        tour=True,
    ),
    Guide(
        "samordna",
        _("You who coordinate"),
        frozenset({Role.COORDINATOR}),
        (
            Step(
                _("My page shows who has not answered, what is late and what comes next."),
                link=_("My page"),
                address="web:my_page",
                picture="samordnare-min-sida",
                shows=_("The coordinator's page with what is late and which offices have not answered."),
            ),
            Step(
                _("Add the offices and invite their people. They invite the rest of their office themselves."),
                link=_("Offices and people in the collaboration"),
                address="organisations:organisation",
                picture="samordnare-kontor",
                shows=_("The list of offices with buttons that add offices and change the front page."),
            ),
            Step(
                _("Make a campaign: say why, choose a checklist, and ask the offices whether they take part."),
                link=_("Campaigns"),
                address="campaigns:list",
            ),
            Step(
                _("Prepare the steering group's meeting. Its decisions go on by themselves to what they concern."),
                link=_("Steering group"),
                address="planning:meetings",
            ),
            Step(
                _("Write news and pages under /redaktion/. Tick the box to mail the news to its subscribers."),
                link=_("To the editing pages"),
                address="wagtailadmin_home",
            ),
            Step(_("Everything you do is kept with your name, the day and the reason.")),
        ),
        tour=True,
    ),
    Guide(
        "styrgrupp",
        _("You who sit in the steering group"),
        frozenset({Role.STEERING}),
        (
            Step(
                _("The notice of the meeting and its items stand under Steering group."),
                link=_("Steering group"),
                address="planning:meetings",
                picture="styrgrupp-moten",
                shows=_("The steering group's meetings, the next one first."),
            ),
            Step(
                _("The plan of the year shows activities, hours and money. Each decision stands beside what it concerns."),
                link=_("Plan of operations"),
                address="planning:plan",
            ),
        ),
    ),
    Guide(
        "redaktion",
        _("You who write pages and news"),
        frozenset({Role.EDITOR, Role.COORDINATOR}),
        (
            Step(
                _("Pages and news are written in the editing pages. Nothing shows until you publish."),
                link=_("To the editing pages"),
                address="wagtailadmin_home",
            ),
            Step(
                _("Write the page in English too when it is needed. Otherwise readers are told that it is in Swedish."),
            ),
            Step(
                _("Give each picture a text for those who do not see it. When you move a page its old address leads on."),
            ),
        ),
    ),
    Guide(
        "installation",
        _("You who keep the installation"),
        frozenset({Role.ADMINISTRATOR}),
        (
            Step(
                _("Add a collaboration with its host name, its members and its coordinator. She does the rest."),
                link=_("Collaborations here"),
                address="organisations:collaborations",
                picture="drift-samverkan",
                shows=_("The collaborations of the installation with their host names."),
            ),
            Step(
                _("Whoever may not do something is told why. Look here when somebody asks you."),
                link=_("Why may somebody, or may not, do something?"),
                address="organisations:why",
            ),
        ),
    ),
)  # fmt: skip


def guide_of(slug: str) -> Guide | None:
    """The guide with that address."""
    return next((one for one in GUIDES if one.slug == slug), None)


def tours_of(memberships: Iterable[Membership], ended: Iterable[str]) -> list[Guide]:
    """The tour to show: of one's roles of today the one with most to do, unless one has ended it; then the next."""
    held = {one.role for one in memberships}
    gone = set(ended)
    return [one for one in GUIDES if one.tour and one.slug not in gone and one.roles & held][-1:]
