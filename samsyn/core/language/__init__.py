"""Which language a page is written in."""
