"""A finished week made better: a few people freed at a time, everybody else where they are."""
