"""One clock for the whole program; tests freeze it."""
