"""Who did what, when, and why; personal values can be erased without breaking the trail."""
