"""Settings, root addresses and the samsyn command."""
