"""Key figures (nyckeltal): collected once, compared honestly, published as open data."""
