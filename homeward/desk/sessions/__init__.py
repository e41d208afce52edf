"""One session and what may happen to it: a substitute, a place for one time, cancelling."""
