"""Collaborations, offices, municipalities, people, memberships and roles."""
