"""What other packages use of the laws."""

from samsyn.core.law.models import Law, LawEvent
from samsyn.core.law.queries import cited_by
from samsyn.core.law.rules import LawReference, read_reference, reference_in

__all__ = ["Law", "LawEvent", "LawReference", "cited_by", "read_reference", "reference_in"]
