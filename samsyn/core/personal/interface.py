"""What other packages use of the personal-data classes."""

from samsyn.core.personal.classes import PersonalClass, classes, declared, level, unclassed

__all__ = ["PersonalClass", "classes", "declared", "level", "unclassed"]
