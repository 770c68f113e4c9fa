"""Documents as tagged PDF from plain values."""
