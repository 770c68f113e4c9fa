"""Joint inspection campaigns (tillsynskampanjer): from checklist to report."""
