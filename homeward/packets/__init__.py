"""The admission packet: what must be signed, by whom, until when, and how it was."""
