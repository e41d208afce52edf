"""The life of an episode beside a small model of it."""
