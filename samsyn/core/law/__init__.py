"""Laws, sections and law events."""
