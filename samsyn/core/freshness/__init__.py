"""Tells whether anything in the database may have changed since a moment."""
