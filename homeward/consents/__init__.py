"""Part 2 consents, disclosure decisions and the ledger."""
