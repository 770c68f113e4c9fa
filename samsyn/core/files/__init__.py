"""Uploaded files: what is let in, where it lies, how it is handed out."""
