"""Seeing messages, and opening a file of one."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.conversations.files import content_of
from homeward.conversations.models import (
    Attachment,
    Message,
    MessageRead,
    OutsideRead,
    Said,
)
from homeward.conversations.queries import every, without_kept_away
from homeward.core.actions import action
from homeward.core.actors import CLIENT, STAFF, Actor
from homeward.kernel.purposes import Purpose


@action
def see(*, actor: Actor, messages: Iterable[Said], now: datetime) -> int:
    """Keep that this account saw these messages of others first now; how many were new to it.

    The caller has reached them. One's own are not seen, and nothing is seen twice.
    """
    if actor.account_id is None:
        return 0
    rows = [each for each in messages if each.worker_id != actor.worker_id]
    new: dict[Any, list[Any]] = {MessageRead: [], OutsideRead: []}
    seen = {
        message_id
        for model in new
        for message_id in every(model)
        .filter(account_id=actor.account_id, message_id__in=[each.pk for each in rows])
        .values_list("message_id", flat=True)
    }
    for each in rows:
        if each.pk in seen:
            continue
        model = MessageRead if isinstance(each, Message) else OutsideRead
        new[model].append(
            model(
                client_id=each.client_id, site_id=each.site_id, message_id=each.pk,
                account_id=actor.account_id, read_at=now,
            )
        )  # fmt: skip
    for model, made in new.items():
        if made:
            model.objects.bulk_create(made, ignore_conflicts=True)
    return sum(len(made) for made in new.values())


@action
def open_file(*, actor: Actor, attachment_id: UUID, now: datetime) -> tuple[Attachment, bytes]:
    """A file for somebody who may read its message; each opening is on record.

    Raises Attachment.DoesNotExist out of reach and once its message was taken back, AlteredFile,
    CannotDecrypt.
    """
    purpose = Purpose.CLIENT_REQUEST if actor.kind == CLIENT else Purpose.TREATMENT
    rows = Attachment.objects.for_actor(actor, purpose).select_related("message__conversation")
    row: Attachment = rows.get(pk=attachment_id, message__withdrawn_at=None)
    if actor.kind == STAFF and not without_kept_away(actor, [row.message.conversation], now):
        raise Attachment.DoesNotExist
    content = content_of(row)
    audit.record("conversations.file.opened", actor=actor, subject=row, at=now)
    return row, content
