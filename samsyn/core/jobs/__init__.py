"""Long work with progress, and work that is done every hour or day."""
