"""Addresses of guidance. They never die: an edition answers for as long as the program runs."""

from django.urls import path, register_converter

from samsyn.guidance.views import (
    answers,
    beside,
    feeds,
    keeping,
    laws,
    pages,
    referring,
    word,
    writing,
)

app_name = "guidance"


class EditionNumber:
    """3.1 in an address."""

    regex = r"\d{1,3}\.\d{1,3}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(EditionNumber, "edition")
_DOCUMENT = "handlaggarstod/<slug:slug>/"
urlpatterns = [
    path("handlaggarstod/", pages.guidance_list, name="list"),
    path("handlaggarstod/samsynsfragor/", answers.answers, name="answers"),
    path("handlaggarstod/samsynsfragor/ny-samsynsfraga/", answers.new_answer, name="new_answer"),
    path("handlaggarstod/samsynsfragor/<slug:slug>/", answers.answer, name="answer"),
    path(
        "handlaggarstod/samsynsfragor/<slug:slug>/granska/",
        answers.answer_review,
        name="answer_review",
    ),
    path("handlaggarstod/flode.rss", feeds.rss, name="rss"),
    path("handlaggarstod/flode.atom", feeds.atom, name="atom"),
    path("handlaggarstod/sokningar/", keeping.misses, name="misses"),
    path("handlaggarstod/granskning/", keeping.reviews, name="reviews"),
    path("handlaggarstod/antagande/", keeping.adoptions, name="adoptions"),
    path("handlaggarstod/lag/", laws.law, name="law"),
    path("handlaggarstod/lag/andring/", laws.new_law_event, name="new_law_event"),
    path("handlaggarstod/andras/nytt/", beside.new_other, name="new_other"),
    path("handlaggarstod/andras/", pages.others, name="others"),
    path("handlaggarstod/nytt/", writing.new_document, name="new_document"),
    path(f"{_DOCUMENT}uppgifter/", writing.facts, name="facts"),
    path(f"{_DOCUMENT}utkast/", writing.draft, name="draft"),
    path(f"{_DOCUMENT}utkast/word/", word.word, name="word"),
    path(f"{_DOCUMENT}utkast/word/<int:pk>/", word.word_file, name="word_file"),
    path(f"{_DOCUMENT}remiss/", referring.referral, name="referral"),
    path(f"{_DOCUMENT}remiss/ny/", referring.new_referral, name="new_referral"),
    path(f"{_DOCUMENT}remiss/avsluta/", referring.end_referral, name="end_referral"),
    path(f"{_DOCUMENT}remiss/kontor/<slug:office>/", referring.office_answer, name="office_answer"),
    path(f"{_DOCUMENT}remiss/synpunkt/<int:pk>/", referring.reply, name="reply"),
    path(f"{_DOCUMENT}utkast/bilaga/", beside.new_attachment, name="new_attachment"),
    path(
        f"{_DOCUMENT}utkast/bilaga/<int:pk>/ta-bort/",
        beside.drop_attachment,
        name="drop_attachment",
    ),
    path(f"{_DOCUMENT}skriv/", writing.write, name="write"),
    path(f"{_DOCUMENT}bild/<int:pk>/", pages.picture, name="picture"),
    path(_DOCUMENT, pages.document, name="document"),
    path(f"{_DOCUMENT}version/<edition:number>/", pages.edition, name="edition"),
    path(f"{_DOCUMENT}version/<edition:number>/text.pdf", pages.edition_pdf, name="edition_pdf"),
    path(f"{_DOCUMENT}bilaga/<int:pk>/", pages.attachment, name="attachment"),
    path(f"{_DOCUMENT}last/", keeping.read, name="read"),
    path(f"{_DOCUMENT}lasare/", keeping.readers, name="readers"),
    path(f"{_DOCUMENT}granska/", keeping.review, name="review"),
    path(f"{_DOCUMENT}antagande/<slug:office>/", keeping.adoption, name="adoption"),
    path(f"{_DOCUMENT}publicera/", keeping.publish, name="publish"),
    path(f"{_DOCUMENT}avsluta/", keeping.end, name="end"),
]
