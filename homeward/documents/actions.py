"""Making a document and keeping it sealed; reading it back."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.crypto import open_bytes, seal_bytes
from homeward.documents.models import Document
from homeward.documents.proving import digest_of_code, new_code, proof_words
from homeward.documents.typesetting import typeset
from homeward.documents.withdrawn import withdrawn
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

TEMPLATE_VERSION = "2"
BOUND_TO = "documents.document.sealed"


class AlteredDocument(RuntimeError):
    """What was opened is not what was sealed."""


@action
def make_document(
    *,
    actor: Actor,
    client: Client,
    kind: str,
    title: str,
    subject_id: UUID,
    content: Mapping[str, Any],
    now: datetime,
    template: str = "",
    author_id: UUID | None = None,
    once: bool = False,
) -> Document:
    """Typeset a document of a kind for a client and keep it sealed; it is never changed.

    It gets a code that proves it, and the notice that travels with it. `once`: the same content on
    the same day is the document made before. The caller has reached the client and may write what
    the document says. Raises CannotTypeset.
    """
    said = json.dumps(content, sort_keys=True, ensure_ascii=False, default=str)
    content_digest = hashlib.sha256(said.encode()).hexdigest()
    on = now.astimezone(ZoneInfo(client.site.time_zone)).date()
    if once:
        rows = Document.objects.for_actor(actor, Purpose.TREATMENT)
        found: Document | None = rows.filter(
            kind=kind, subject_id=subject_id, content_digest=content_digest, made_on=on
        ).first()
        if found is not None:
            return found
    code = new_code()
    pdf = typeset(template or kind, {**content, "proof": proof_words(code, on)})
    document = Document.objects.create(
        client=client,
        site_id=client.site_id,
        kind=kind,
        title=title,
        made_at=now,
        made_by_id=actor.worker_id,
        author_id=author_id,
        subject_id=subject_id,
        template_version=f"{template or kind}-{TEMPLATE_VERSION}",
        digest=hashlib.sha256(pdf).hexdigest(),
        sealed=seal_bytes(pdf, BOUND_TO),
        made_on=on,
        code_digest=digest_of_code(code),
        content_digest=content_digest,
    )
    audit.record(
        "documents.document.made", actor=actor, subject=document, at=now, reason=document.digest
    )
    return document


@action
def open_document(*, actor: Actor, document_id: UUID, now: datetime) -> tuple[Document, bytes]:
    """A document with its content, for somebody who may read it; the opening is audited.

    Raises Document.DoesNotExist out of scope and once its subject was withdrawn, AlteredDocument,
    CannotDecrypt.
    """
    document: Document = Document.objects.for_actor(actor, Purpose.TREATMENT).get(pk=document_id)
    if withdrawn([document]):
        raise Document.DoesNotExist
    content = open_bytes(bytes(document.sealed), BOUND_TO)
    if hashlib.sha256(content).hexdigest() != document.digest:
        raise AlteredDocument
    audit.record("documents.document.opened", actor=actor, subject=document, at=now)
    return document, content
