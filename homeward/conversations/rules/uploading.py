"""Whether files may go with a message: how many, how large, and what they are."""

from collections.abc import Sequence
from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The program's numbers for one message."""

    files: int
    megabytes: int
    pages: int


def refused(sizes: Sequence[int], limits: Limits) -> str:
    """The code of what is wrong before any file is looked into; "" where nothing is."""
    if len(sizes) > limits.files:
        return "message_too_many_files"
    if any(size > limits.megabytes * MEGABYTE for size in sizes):
        return "message_file_too_large"
    return "message_file_empty" if any(size == 0 for size in sizes) else ""


def refused_pages(pages: int, limits: Limits) -> str:
    """The code where a file has more pages than one message carries."""
    return "message_file_too_long" if pages > limits.pages else ""


def neutral_name(number: int) -> str:
    """What a file is called when it leaves: nothing of whoever sent it, or why."""
    return f"document-{number}.pdf"
