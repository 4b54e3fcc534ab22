"""Downloads from the acquirer. Keys look like acq_test_0000 outside production."""

import os
from datetime import date

import requests
from requests.adapters import HTTPAdapter

TIMEOUT_SECONDS = 30


def remittance_file(day: date) -> str:
    """The CSV of what the acquirer paid us on `day`; empty when the banks were closed."""
    with requests.Session() as session:
        session.mount("https://", HTTPAdapter(max_retries=3))
        answer = session.get(
            f"{os.environ['ACQUIRER_URL']}/remittances/{day.isoformat()}.csv",
            headers={"authorization": f"Bearer {os.environ['ACQUIRER_KEY']}"},
            timeout=TIMEOUT_SECONDS,
        )
    if answer.status_code == 404:
        return ""
    answer.raise_for_status()
    return answer.text
