"""Secret addresses stay out of the log, whatever answer they got.

Django writes the path of every refused request into the log: a calendar program that tries another
method, a form sent without its token, a limit reached. Some paths are keys.
"""

import logging
import re
from uuid import UUID

# Long enough for every secret made here, longer than the words that addresses are made of.
SECRET = re.compile(r"(?<=/)[A-Za-z0-9_-]{20,}(?=[./?]|$)")
MASK = "…"


def without_secrets(path: str) -> str:
    """The path with every secret part masked; ids of rows stay, they open nothing alone."""
    return SECRET.sub(lambda found: found[0] if _is_id(found[0]) else MASK, path)


def _is_id(part: str) -> bool:
    try:
        return str(UUID(part)) == part
    except ValueError:
        return False


class PathsWithoutSecrets(logging.Filter):
    """Masks the paths among a record's arguments; passes every record on."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                without_secrets(each) if isinstance(each, str) and each.startswith("/") else each
                for each in record.args
            )
        return True
