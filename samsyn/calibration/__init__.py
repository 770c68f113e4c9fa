"""Calibration exercises: the same case, many officers, how alike they judge."""
