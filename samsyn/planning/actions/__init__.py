"""The acts of planning."""
