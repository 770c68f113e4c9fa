"""Equal supervision: what the county's own data say of whether businesses are treated alike."""
