"""What `make` calls: set up, run, check, measure and find. Everything here that runs before the environment is plain Python."""
