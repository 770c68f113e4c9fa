"""What other packages use of decisions."""

from samsyn.core.decisions.models import DecisionRef, DecisionRefField

__all__ = ["DecisionRef", "DecisionRefField"]
