"""What other packages use of the link check."""

from samsyn.core.links.asking import Answer
from samsyn.core.links.checking import broken_links, check_links
from samsyn.core.links.models import BrokenLink

__all__ = ["Answer", "BrokenLink", "broken_links", "check_links"]
