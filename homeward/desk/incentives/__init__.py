"""Incentives: setup and adoption, a client's course, two people handing over, stock, the month."""
