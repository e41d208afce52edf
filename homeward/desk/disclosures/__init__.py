"""What left the house and what may not: the ledger, telling and handing over, limits."""
