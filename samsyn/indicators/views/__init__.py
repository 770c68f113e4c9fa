"""Pages, files and answers for machines."""
