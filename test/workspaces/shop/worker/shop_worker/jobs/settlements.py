"""Matches what the acquirer paid us with what we think it owes us."""

import csv
import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from psycopg import Connection

from shop_worker.acquirer import remittance_file

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Remittance:
    order_id: str
    minor: int
    settled_on: date


def run(database: Connection, now: datetime) -> None:
    """Reads yesterday's file. Safe to repeat: a remittance is written once."""
    yesterday = now.date() - timedelta(days=1)
    for row in parse(remittance_file(yesterday)):
        database.execute(
            "INSERT INTO remittances (order_id, minor, settled_on) VALUES (%s, %s, %s)"
            " ON CONFLICT (order_id, settled_on) DO NOTHING",
            (row.order_id, row.minor, row.settled_on),
        )
    database.commit()
    report_missing(database, yesterday)


def parse(text: str) -> Iterator[Remittance]:
    """Rows of `order;minor;date`. A row that we cannot read stops the file: money is not skipped."""
    for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=";"), start=1):
        try:
            order_id, minor, day = row
            yield Remittance(order_id, int(minor), date.fromisoformat(day))
        except ValueError as error:
            raise ValueError(f"remittance file, row {number}: {row!r}") from error


def report_missing(database: Connection, day: date) -> None:
    # TODO(@priya): bank holidays are reported as missing money, twice a year in one go. (#240)
    rows = database.execute(
        "SELECT id FROM orders LEFT JOIN remittances ON id = order_id"
        " WHERE orders.settled_on <= %s AND order_id IS NULL",
        (day,),
    ).fetchall()
    for (order_id,) in rows:
        log.warning("settlement missing order=%s day=%s", order_id, day)
