"""The public web, the start page and my page."""
