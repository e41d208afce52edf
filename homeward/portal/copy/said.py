"""What the client and the team wrote to each other, in the copy: every thread, files by their name.

Beside it the short texts of the front desk, and each time the client said that they come late.
What relatives or officers told the team is theirs and not in it; why staff left a message without
an answer is no message. Of one that was taken back stands that it was.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from homeward.conversations import words
from homeward.conversations.desk_models import DeskWord
from homeward.conversations.desk_queries import words_in
from homeward.conversations.models import (
    Attachment,
    Conversation,
    Message,
    MessageRead,
    RunningLate,
)
from homeward.conversations.rules.uploading import neutral_name
from homeward.portal.copy.parts import Part, Text

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class SaidAndRead:
    """The rows, oldest first; files without their content, and when each was first read."""

    threads: tuple[Conversation, ...]
    messages: tuple[Message, ...]
    files: dict[UUID, tuple[Attachment, ...]]
    read_at: dict[UUID, datetime]
    desk: tuple[DeskWord, ...]
    late: tuple[RunningLate, ...]

    @classmethod
    def of(cls, rows: Callable[..., Any]) -> "SaidAndRead":
        """`rows` reads one model in the person's own scope."""
        messages = tuple(rows(Message, "at").select_related("worker", "conversation"))
        standing = {each.pk for each in messages if each.withdrawn_at is None}
        files: dict[UUID, tuple[Attachment, ...]] = {}
        for row in rows(Attachment, "number", message__in=standing).defer("sealed"):
            files[row.message_id] = (*files.get(row.message_id, ()), row)
        read_at: dict[UUID, datetime] = {}
        for row in rows(MessageRead, "read_at"):
            read_at.setdefault(row.message_id, row.read_at)
        return cls(
            threads=tuple(rows(Conversation, "created_at")),
            messages=messages,
            files=files,
            read_at=read_at,
            desk=tuple(rows(DeskWord, "at").select_related("text")),
            late=tuple(rows(RunningLate, "at").select_related("seat__session")),
        )


def parts(said: SaidAndRead, zone: ZoneInfo) -> tuple[Part, ...]:
    """In words."""
    return (_threads(said, zone), _desk(said, zone), _late(said, zone))


def _threads(said: SaidAndRead, zone: ZoneInfo) -> Part:
    texts = []
    for thread in said.threads:
        own = [each for each in said.messages if each.conversation_id == thread.pk]
        if own:
            title = _("With: %(who)s") % {"who": words.said(words.TO_CLIENT, thread.role)}
            lines = "\n\n".join(_told(said, each, zone) for each in own)
            texts.append(Text(title, _("First: %(when)s") % {"when": _at(own[0].at, zone)}, lines))
    return Part(_("Messages with my team"), texts=tuple(texts))


def _told(said: SaidAndRead, row: Message, zone: ZoneInfo) -> str:
    """One message: of when and by whom, the words, and its files by name."""
    who = row.worker.name if row.worker else _("You")
    lines = [f"{_at(row.at, zone)} · {who}"]
    if row.withdrawn_at is not None:
        return "\n".join([*lines, _("Taken back.")])
    files = (f"{_('File:')} {_file(each)}" for each in said.files.get(row.pk, ()))
    return "\n".join([*lines, row.body, *files])


def _file(row: Attachment) -> str:
    pages = ngettext("%(n)s page", "%(n)s pages", row.pages) % {"n": row.pages}
    return f"{neutral_name(row.number)}, {pages}"


def _desk(said: SaidAndRead, zone: ZoneInfo) -> Part:
    return Part(
        _("Messages from the front desk"),
        (_("When"), _("Words")),
        tuple((_at(row.at, zone), words_in(row.text, _language())) for row in said.desk),
    )


def _late(said: SaidAndRead, zone: ZoneInfo) -> Part:
    def line(row: RunningLate) -> tuple[str, ...]:
        why = [words.said(words.LATE_WHY, row.why)] if row.why else []
        why += [_("Taken back.")] if row.taken_back_at else []
        return (_at(row.at, zone), row.seat.session.name, str(row.minutes), " · ".join(why))

    return Part(
        _("When I said that I come late"),
        (_("When"), _("Session"), _("Minutes"), _("Why")),
        tuple(line(row) for row in said.late),
    )


def resources(
    said: SaidAndRead, made: Callable[..., dict[str, Any]], subject: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """As FHIR: each message and each short text a Communication, files by their name alone."""
    for row in said.messages:
        role = {"display": row.conversation.role.replace("_", " ")}
        sender = {"display": row.worker.name} if row.worker else subject
        is_gone = row.withdrawn_at is not None
        read = said.read_at.get(row.pk)
        yield made(
            "Communication", row.pk,
            status="entered-in-error" if is_gone else "completed",
            subject=subject, topic={"text": f"messages with: {role['display']}"},
            sent=row.at.isoformat(), received=read.isoformat() if read else None,
            sender=sender, recipient=[subject if row.worker else role],
            payload=[] if is_gone else [
                {"contentString": row.body},
                *(_attached(each) for each in said.files.get(row.pk, ())),
            ],
        )  # fmt: skip
    for word in said.desk:
        yield made(
            "Communication", word.pk,
            status="completed", subject=subject, topic={"text": "message from the front desk"},
            sent=word.at.isoformat(), received=word.seen_at.isoformat() if word.seen_at else None,
            sender={"display": "front desk"}, recipient=[subject],
            payload=[{"contentString": words_in(word.text, _language())}],
        )  # fmt: skip
    for late in said.late:
        told = f"{late.seat.session.name}: {late.minutes} min late {late.why}".rstrip()
        yield made(
            "Communication", late.pk,
            status="entered-in-error" if late.taken_back_at else "completed",
            subject=subject, topic={"text": "coming late"}, sent=late.at.isoformat(),
            sender=subject, recipient=[{"display": "front desk"}],
            payload=[{"contentString": told}],
        )  # fmt: skip


def _attached(row: Attachment) -> dict[str, Any]:
    return {
        "contentAttachment": {
            "contentType": PDF, "title": neutral_name(row.number), "size": row.size
        }
    }  # fmt: skip


def _language() -> str:
    return (get_language() or "")[:2]


def _at(instant: datetime, zone: ZoneInfo) -> str:
    return date_format(instant.astimezone(zone), "DATETIME_FORMAT")
