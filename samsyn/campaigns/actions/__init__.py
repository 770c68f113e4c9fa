"""One function per intention of a person, gathered by noun."""
