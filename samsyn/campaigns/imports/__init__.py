"""An office's own file becomes its objects: which column is which question, a dry run, and all rows or none."""
