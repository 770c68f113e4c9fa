"""Pages of offices, people and access."""
