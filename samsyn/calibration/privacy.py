"""What calibration holds about a user: her sheets. She gets them out; erased, they leave the result without her."""

from collections.abc import Mapping

from samsyn.calibration.models import Sheet


def extract_sheets(user_id: int) -> Mapping[str, object]:
    """The exercises she did and what she answered."""
    sheets = Sheet.objects.filter(person__user_id=user_id)
    return {
        "sheets": list(
            sheets.values(
                "round__exercise__title", "round__number", "answers", "sent_at", "is_late"
            )
        )
    }


def erase_sheets(user_id: int) -> int:
    """Takes away what she answered: her sheets leave the result, since a single sheet cannot be told from it."""
    erased, _by_model = Sheet.objects.filter(person__user_id=user_id).delete()
    return erased
