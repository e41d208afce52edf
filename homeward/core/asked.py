"""What an address asks for, read with care: anybody can type anything there."""

MOST_DIGITS = 9


def whole_number(text: str) -> int | None:
    """A plain whole number of at most nine digits; None for anything else.

    Digits of other scripts and raised ones count as digits elsewhere and are none here; longer
    numbers are nothing a page has.
    """
    if len(text) > MOST_DIGITS or not (text.isascii() and text.isdigit()):
        return None
    return int(text)
