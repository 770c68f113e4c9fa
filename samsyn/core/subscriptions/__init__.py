"""What each person wants to be told, how often, and the digests that carry it."""
