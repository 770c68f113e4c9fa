"""Erasing what has been kept as long as its package says."""

import logging
from datetime import timedelta

from samsyn.core.clock.interface import now
from samsyn.core.registry.points import retentions

logger = logging.getLogger(__name__)


def erase_what_is_kept_too_long() -> int:
    """Runs every registered retention (the daily job); returns how many rows were erased in all."""
    erased = 0
    for owner, retention in zip(retentions.owners(), retentions.providers(), strict=True):
        rows = retention.erase(now() - timedelta(days=retention.days))
        erased += rows
        if rows:
            logger.info("%s: %d rows erased after %d days", owner, rows, retention.days)
    return erased
