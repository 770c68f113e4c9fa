"""Writing single rows where every millisecond counts."""
