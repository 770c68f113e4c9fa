"""The demo county, built through the same actions that people use."""
