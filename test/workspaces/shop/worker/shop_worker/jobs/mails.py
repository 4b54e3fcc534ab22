"""Writes to customers. The words are the copy desk's: change them with Ines."""

import logging
import smtplib
from datetime import datetime
from email.message import EmailMessage

from psycopg import Connection

log = logging.getLogger(__name__)

SETTLED = "Your payment has arrived. Thank you, {name}!"
FAILED = "Something went wrong with your card, {name}. Nothing was charged. Try another card: {link}"


def run(database: Connection, now: datetime) -> None:
    """Sends what is due. A mail is marked before it is sent: better one lost than two received."""
    rows = database.execute(
        "UPDATE mails SET sent_at = %s WHERE sent_at IS NULL AND due_at <= %s"
        " RETURNING address, template, fields",
        (now, now),
    ).fetchall()
    database.commit()
    with smtplib.SMTP("localhost") as server:
        for address, template, fields in rows:
            server.send_message(compose(address, template, fields))
    log.info("mails sent count=%d", len(rows))


def compose(address: str, template: str, fields: dict[str, str]) -> EmailMessage:
    message = EmailMessage()
    message["To"] = address
    message["From"] = "shop@acme.example"
    message["Subject"] = "Your order at Acme"
    text = FAILED if template == "failed" else SETTLED
    message.set_content(text.format(**fields))
    return message
