"""What other packages use to know whether what they made from the data still holds."""

from samsyn.core.freshness.stamps import data_stamp

__all__ = ["data_stamp"]
