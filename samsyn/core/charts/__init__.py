"""Charts as SVG from plain values."""
