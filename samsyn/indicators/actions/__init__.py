"""What people do with key figures: one function per intention."""
