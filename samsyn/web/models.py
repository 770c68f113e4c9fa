"""Pages that editors write in Wagtail."""

from typing import Any, ClassVar, NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page

from samsyn.core.clock.interface import now
from samsyn.core.language.interface import reader_language
from samsyn.core.personal.interface import classes
from samsyn.lib.swedish import Language


class ImageBlock(blocks.StructBlock):  # type: ignore[misc]  # Wagtail has no types
    """A picture with the text for those who do not see it."""

    image = ImageChooserBlock(label=_("Picture"))
    alternative = blocks.CharBlock(
        label=_("Text for those who do not see the picture"),
        help_text=_("Say what the picture shows. Leave empty only if it is mere decoration."),
        required=False,
        max_length=250,
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "web/blocks/image.html"


class LinkBlock(blocks.StructBlock):  # type: ignore[misc]
    """A link on a line of its own."""

    text = blocks.CharBlock(label=_("Text of the link"), max_length=120)
    address = blocks.URLBlock(label=_("Address"))

    class Meta:
        icon = "link"
        label = _("Link")
        template = "web/blocks/link.html"


BODY = [
    (
        "heading",
        blocks.CharBlock(
            label=_("Heading"),
            icon="title",
            max_length=120,
            template="web/blocks/heading.html",
        ),
    ),
    (
        "paragraph",
        blocks.RichTextBlock(
            label=pgettext_lazy("text block", "Paragraph"),
            features=["bold", "italic", "link", "document-link"],
        ),
    ),
    (
        "list",
        blocks.ListBlock(
            blocks.CharBlock(label=pgettext_lazy("list", "Item"), max_length=300),
            label=_("List"),
            icon="list-ul",
            template="web/blocks/list.html",
        ),
    ),
    ("image", ImageBlock()),
    ("link", LinkBlock()),
]


class Written(NamedTuple):
    """A page's text in one language."""

    language: Language
    title: str
    body: Any


class OnOwnSite:
    """Where a page stands at its own collaboration's host."""

    url_path: str

    @property
    def own_path(self) -> str:
        """Its path there. Wagtail's `url` names a host without scheme and port as they are in front of us."""
        return "/" + self.url_path.split("/", 2)[2]


class InfoPage(OnOwnSite, Page):  # type: ignore[misc]
    """An ordinary page: headings, paragraphs, lists, pictures and links in any order."""

    body = StreamField(BODY, verbose_name=_("Content"), blank=True)
    english_title = models.CharField(
        _("Heading in English"),
        max_length=255,
        blank=True,
        help_text=_("Empty: those who read in English are told that the page is in Swedish only."),
    )
    english_body = StreamField(BODY, verbose_name=_("Content in English"), blank=True)
    template = "web/info_page.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page", "web.InfoPage"]
    subpage_types: ClassVar[list[str]] = ["web.InfoPage", "web.NewsPage"]
    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        FieldPanel("body"),
        FieldPanel("english_title"),
        FieldPanel("english_body"),
    ]
    personal_data = classes(none="page_ptr body english_title english_body")

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    @property
    def written(self) -> Written:
        """What this reader gets: English to those who chose it, where an editor has written it."""
        if reader_language() == "en" and self.english_title:
            return Written("en", self.english_title, self.english_body or self.body)
        return Written("sv", self.title, self.body)


class Topic(models.TextChoices):
    """What a piece of news is about, and what one can subscribe to."""

    CAMPAIGNS = "campaigns", _("Campaigns and results")
    GUIDANCE = "guidance", _("Guidance")
    EVENTS = "events", _("Courses and meetings")
    FIGURES = "figures", _("Key figures")
    WORK = "work", _("The collaboration itself")


class NewsPage(OnOwnSite, Page):  # type: ignore[misc]
    """A piece of news, written once: on the web, in the feeds, and to its subscribers when `by_mail` says so."""

    topic = models.CharField(_("Topic"), max_length=12, choices=Topic.choices, default=Topic.WORK)
    summary = models.TextField(
        _("In short"),
        max_length=400,
        help_text=_("Two or three sentences: the list, the feeds and the letter begin with them."),
    )
    body = StreamField(BODY, verbose_name=_("Content"), blank=True)
    by_mail = models.BooleanField(
        _("Mail it to the subscribers"),
        default=False,
        help_text=_("It is mailed once, when the page is first published with this ticked."),
    )
    is_example = models.BooleanField(_("Invented (exempeldata)"), default=False)
    template = "web/news_page.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page", "web.InfoPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        FieldPanel("topic"),
        FieldPanel("summary"),
        FieldPanel("body"),
        FieldPanel("by_mail"),
    ]
    personal_data = classes(none="page_ptr topic summary body by_mail is_example")

    class Meta:
        verbose_name = pgettext_lazy("one page", "news")
        verbose_name_plural = pgettext_lazy("several pages", "news")


class Mailing(models.Model):
    """That a piece of news has been mailed, and to how many; kept so that it is never mailed again."""

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    mailed_at = models.DateTimeField(default=now)
    letters = models.PositiveIntegerField(default=0)
    personal_data = classes(none="id page mailed_at letters")

    class Meta:
        verbose_name = _("mailing")
        verbose_name_plural = _("mailings")

    def __str__(self) -> str:
        return str(self.page_id)


class EndedTour(models.Model):
    """That somebody does not want to see a tour on her page any more."""

    person = models.ForeignKey("organisations.Person", on_delete=models.PROTECT, related_name="+")
    guide = models.SlugField(_("Guide"))
    ended_at = models.DateTimeField(default=now)
    personal_data = classes(none="id person guide ended_at")

    class Meta:
        verbose_name = _("ended tour")
        verbose_name_plural = _("ended tours")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "guide"], name="web_tour_ended_once"),
        ]

    def __str__(self) -> str:
        return self.guide


class PageVisits(models.Model):
    """How many times a public page was shown on a day; of who read it nothing is known."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    day = models.DateField(_("Day"))
    path = models.CharField(_("Page"), max_length=200)
    visits = models.PositiveIntegerField(_("Times shown"), default=0)
    personal_data = classes(none="id collaboration day path visits")

    class Meta:
        verbose_name = _("visits to a page")
        verbose_name_plural = _("visits to pages")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "day", "path"], name="web_visits_once_per_page_and_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.path}: {self.visits}"
