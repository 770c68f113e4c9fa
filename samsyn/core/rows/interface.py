"""What other packages use to write single rows fast, and in turn."""

from samsyn.core.rows.inserting import insert_row
from samsyn.core.rows.write_turn import write_turn

__all__ = ["insert_row", "write_turn"]
