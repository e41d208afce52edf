"""Parts of a record as finished documents: note, plan, review, and a file over some dates."""
