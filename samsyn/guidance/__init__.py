"""Guidance (handläggarstöd): what the county has agreed, in numbered editions."""
