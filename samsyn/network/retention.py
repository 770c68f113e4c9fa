"""How long the two's notes of a visit are kept."""

from datetime import datetime

from samsyn.network.models import Review, ReviewNote, ReviewQuestion

NOTES_KEPT_DAYS = 730


def erase_review_notes(moment: datetime) -> int:
    """Erases notes, reasons and programmes of visits whose month was before `moment`; lessons for all stay."""
    old = Review.objects.filter(month__lt=moment.date())
    erased, _rows = ReviewNote.objects.filter(question__review__in=old).delete()
    ReviewQuestion.objects.filter(review__in=old).exclude(why="").update(why="")
    old.exclude(programme="", called_off_reason="").update(programme="", called_off_reason="")
    return erased
