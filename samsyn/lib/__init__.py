"""Plain Python, no Django: statistics, XForm evaluation, periods, Swedish text."""
