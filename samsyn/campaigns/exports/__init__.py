"""Downloads of a campaign's objects, one row each: the rows, the files they are written to, and what the columns mean."""
