"""The part of the shop that nobody waits for: settlements, stock and mails."""
