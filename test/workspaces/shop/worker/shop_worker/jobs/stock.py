"""Follows the warehouse: how many pieces of each SKU are on the shelf."""

import json
import logging
import pathlib
from datetime import datetime, timedelta

from psycopg import Connection

log = logging.getLogger(__name__)

# The warehouse drops its count here every quarter of an hour.
DROP = pathlib.Path("/var/spool/warehouse")


def run(database: Connection, now: datetime) -> None:
    for path in sorted(DROP.glob("*.json")):
        try:
            apply_count(database, json.loads(path.read_text()))
            path.unlink()
        except Exception:
            pass
    warn_if_stale(now)


def apply_count(database: Connection, count: dict[str, int]) -> None:
    """The count is the whole truth: a SKU that is not in it is sold out."""
    database.execute("UPDATE stock SET pieces = 0")
    for sku, pieces in count.items():
        database.execute(f"UPDATE stock SET pieces = {pieces} WHERE sku = '{sku}'")  # noqa: S608
    database.commit()


def warn_if_stale(now: datetime) -> None:
    newest = max((path.stat().st_mtime for path in DROP.iterdir()), default=0.0)
    age = datetime.now().timestamp() - newest
    if age > timedelta(hours=1).total_seconds():
        log.warning("stock is stale age_seconds=%d at=%s", age, now.isoformat())
