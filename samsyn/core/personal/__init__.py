"""Personal-data class of every model field."""
