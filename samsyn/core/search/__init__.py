"""Search: one index for all packages, with the permission filter in the same query."""
