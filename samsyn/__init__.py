"""Samsyn: the working platform of regional environmental-supervision collaborations."""
