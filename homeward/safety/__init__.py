"""Safety plans, the steps of a crisis, and what may be reported to whom."""
