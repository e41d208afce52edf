"""Files with a message: looked at in a process with limits, drawn anew, kept sealed by row."""

import hashlib
from collections.abc import Sequence
from threading import BoundedSemaphore

from homeward.conversations.models import Attachment, Message
from homeward.conversations.refusals import FileRefused
from homeward.conversations.rules.uploading import Limits, refused, refused_pages
from homeward.core.crypto import open_bytes, seal_bytes
from homeward.packets.uploads import Pictures, UploadTooLarge, UploadUnreadable, as_pictures

# A page that was made to be slow takes up to a minute; the others of this process stay free.
AT_ONCE = 2
_looking = BoundedSemaphore(AT_ONCE)


class AlteredFile(RuntimeError):
    """What was opened is not what was sealed."""


def looked_at(uploads: Sequence[bytes], limits: Limits) -> list[Pictures]:
    """Every file as pictures of our own making; raises FileRefused for all of them together."""
    if code := refused([len(each) for each in uploads], limits):
        raise FileRefused(code)
    if not _looking.acquire(blocking=False):
        raise FileRefused("message_file_busy")
    try:
        return _drawn_anew(uploads, limits)
    finally:
        _looking.release()


def _drawn_anew(uploads: Sequence[bytes], limits: Limits) -> list[Pictures]:
    made = []
    for content in uploads:
        try:
            pictures = as_pictures(content)
        except UploadTooLarge as fault:
            raise FileRefused("message_file_too_large") from fault
        except UploadUnreadable as fault:
            raise FileRefused("message_file_unreadable") from fault
        if code := refused_pages(pictures.pages, limits):
            raise FileRefused(code)
        made.append(pictures)
    return made


def keep(message: Message, made: Sequence[Pictures]) -> list[Attachment]:
    """Keep the pictures with their message; each opens on its own row alone."""
    kept = []
    for number, each in enumerate(made, start=1):
        row = Attachment(
            client_id=message.client_id, site_id=message.site_id, message=message, number=number,
            pages=each.pages, size=len(each.content),
            digest=hashlib.sha256(each.content).hexdigest(),
        )  # fmt: skip
        row.sealed = seal_bytes(each.content, bound_to(row))
        row.save()
        kept.append(row)
    return kept


def content_of(row: Attachment) -> bytes:
    """The file as it was kept; raises AlteredFile, CannotDecrypt."""
    content = open_bytes(bytes(row.sealed), bound_to(row))
    if hashlib.sha256(content).hexdigest() != row.digest:
        raise AlteredFile
    return content


def bound_to(row: Attachment) -> str:
    """What a sealed file belongs to: its row and no other."""
    return f"conversations.attachment.sealed.{row.pk}"
