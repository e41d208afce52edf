"""What a subject and their team wrote, what somebody beside them wrote, a file, and being late."""

from datetime import timedelta
from hashlib import sha256
from typing import Any

from homeward.conversations.files import bound_to
from homeward.conversations.models import (
    Attachment,
    Conversation,
    Message,
    OutsideConversation,
    OutsideMessage,
    RunningLate,
)
from homeward.core.crypto import seal_bytes
from homeward.testing.stage import NOON

DIGEST = sha256(b"%PDF-1.7\n").hexdigest()


def add_messages(rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """One conversation with the counselor, one with the contact; both wait for an answer."""
    canary, by = subject.canary("messages"), subject.counselor
    waits = {
        "owner": by, "last_at": NOON, "waits_since": NOON, "due_at": NOON + timedelta(hours=4),
    }  # fmt: skip
    said = {"at": NOON, "channel": "page", "body": canary}
    rows["conversation"] = Conversation.objects.create(**about, **waits, role="counselor")
    rows["said"] = Message.objects.create(**about, **said, conversation=rows["conversation"])
    rows["outside_conversation"] = OutsideConversation.objects.create(
        **about, **waits, contact=rows["contact"]
    )
    rows["outside_said"] = OutsideMessage.objects.create(
        **about, **said, conversation=rows["outside_conversation"]
    )
    file = Attachment(**about, message=rows["said"], number=1, pages=1, size=9, digest=DIGEST)
    file.sealed = seal_bytes(b"%PDF-1.7\n", bound_to(file))
    file.save()
    rows["attachment"] = file
    rows["late"] = RunningLate.objects.create(
        **about, seat=rows["seat"], minutes=20, why="bus", at=NOON
    )
