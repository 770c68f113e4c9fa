"""What `make` calls. What runs before the environment exists is plain Python."""
