"""Extension points through which higher packages tell the ground what they have."""
