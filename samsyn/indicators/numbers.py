"""What a person typed as a number, in words when it cannot be read."""

from django.utils.translation import gettext as _

from samsyn.lib.swedish import NumberRefused


def number_fault(refused: NumberRefused) -> str:
    """What is wrong with a typed number, and how to write it."""
    if refused.code == "ambiguous_point":
        text = _(
            "“%(text)s” can be read in two ways. Write thousands with a space and decimals with a comma."
        )
    elif refused.code in {"mixed_separators", "bad_grouping"}:
        text = _(
            "“%(text)s” mixes signs. Write thousands with a space and decimals with a comma: 1 234,5."
        )
    else:
        text = _("“%(text)s” is not a number. Write digits only, for example 12,5.")
    return text % {"text": refused.text[:40]}
