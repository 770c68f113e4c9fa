"""Views of events, the calendar, evaluations and certificates."""
