"""The plan in a client's record: its thread, what it lacks, its signatures, its reviews."""
