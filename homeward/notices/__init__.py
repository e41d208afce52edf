"""Messages that leave, each decided again at the instant of sending."""
