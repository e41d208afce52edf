"""The Notes tab of a client's record, and one note with its signatures."""
