"""Rules and conduct: what waits for whom, one client's part of the record, and the forms."""
