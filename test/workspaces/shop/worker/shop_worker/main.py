"""One job per run, named on the command line; the timer starts us, and starts us again when we fail."""

import logging
import os
import sys
from datetime import UTC, datetime

import psycopg

from shop_worker.jobs import mails, settlements, stock

JOBS = {
    "settlements": settlements.run,
    "stock": stock.run,
    "mails": mails.run,
}


def main() -> int:
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    job = JOBS.get(name)
    if job is None:
        print(f"usage: shop-worker {'|'.join(JOBS)}", file=sys.stderr)
        return 2
    # The one place that looks at the clock: every job is told when it runs.
    now = datetime.now(UTC)
    with psycopg.connect(os.environ["DATABASE_URL"]) as database:
        job(database, now)
    return 0


if __name__ == "__main__":
    sys.exit(main())
