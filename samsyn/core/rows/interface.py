"""What other packages use to write single rows fast."""

from samsyn.core.rows.inserting import insert_row

__all__ = ["insert_row"]
