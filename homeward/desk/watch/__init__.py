"""Who looked: the audit as a director, auditor or privacy officer reads it."""
