"""Finds links that do not work any more."""
