"""The bare user: somebody who can sign in."""
