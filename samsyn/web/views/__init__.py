"""Pages of the public web and my page."""
