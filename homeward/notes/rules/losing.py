"""Whether a newer text loses what stood in the older one, so that the older one is kept.

Typing on loses nothing. A stretch selected and deleted, a window that overwrote another, do.
"""

from collections import Counter

from homeward.notes.rules.similarity import words_of

MOST_LOST = 7  # words; fewer are an ordinary correction


def loses(before: str, after: str, most: int = MOST_LOST) -> bool:
    """Whether more than so many words of `before` are missing in `after`.

    >>> loses("He named three triggers.", "He named three triggers, then left.")
    False
    """
    missing = Counter(words_of(before)) - Counter(words_of(after))
    return missing.total() > most
