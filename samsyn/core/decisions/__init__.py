"""Reference to a decision: body, date, paragraph, address."""
