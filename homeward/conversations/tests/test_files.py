"""Files of messages: how many are looked at together."""

import pytest

from homeward.conversations import files
from homeward.conversations.refusals import FileRefused
from homeward.conversations.rules.uploading import Limits
from homeward.conversations.tests.test_messages import PNG

LIMITS = Limits(files=3, megabytes=8, pages=10)


def test_slow_files_leave_threads_for_everybody_else() -> None:
    """A PDF that was made to be slow takes a minute; so few at once, and the next one is told."""
    for _each in range(files.AT_ONCE):
        assert files._looking.acquire(blocking=False)
    try:
        with pytest.raises(FileRefused) as refused:
            files.looked_at([PNG], LIMITS)
        assert refused.value.codes == ("message_file_busy",)
    finally:
        for _each in range(files.AT_ONCE):
            files._looking.release()
    # One that is refused for itself gives its place back.
    for _each in range(files.AT_ONCE + 1):
        with pytest.raises(FileRefused):
            files.looked_at([b"MZ nothing"], LIMITS)
    assert files.looked_at([PNG], LIMITS)[0].pages == 1
