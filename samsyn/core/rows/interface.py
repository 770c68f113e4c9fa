"""What other packages use to ask and write fast where it counts, and in turn."""

from samsyn.core.rows.asking import Prepared
from samsyn.core.rows.inserting import insert_row
from samsyn.core.rows.write_turn import write_turn

__all__ = ["Prepared", "insert_row", "write_turn"]
