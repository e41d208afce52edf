"""Making a document and keeping it sealed; reading it back."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.crypto import open_bytes, seal_bytes
from homeward.documents.models import Document
from homeward.documents.typesetting import typeset
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

TEMPLATE_VERSION = "1"
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
) -> Document:
    """Typeset a document of a kind for a client and keep it sealed; it is never changed.

    The caller has reached the client and may write what the document says. Raises CannotTypeset.
    """
    pdf = typeset(kind, content)
    document = Document.objects.create(
        client=client,
        site_id=client.site_id,
        kind=kind,
        title=title,
        made_at=now,
        made_by_id=actor.worker_id,
        subject_id=subject_id,
        template_version=f"{kind}-{TEMPLATE_VERSION}",
        digest=hashlib.sha256(pdf).hexdigest(),
        sealed=seal_bytes(pdf, BOUND_TO),
    )
    audit.record(
        "documents.document.made", actor=actor, subject=document, at=now, reason=document.digest
    )
    return document


@action
def open_document(*, actor: Actor, document_id: UUID, now: datetime) -> tuple[Document, bytes]:
    """A document with its content, for somebody who may read it; the opening is audited.

    Raises Document.DoesNotExist out of scope, AlteredDocument, CannotDecrypt.
    """
    document: Document = Document.objects.for_actor(actor, Purpose.TREATMENT).get(pk=document_id)
    content = open_bytes(bytes(document.sealed), BOUND_TO)
    if hashlib.sha256(content).hexdigest() != document.digest:
        raise AlteredDocument
    audit.record("documents.document.opened", actor=actor, subject=document, at=now)
    return document, content
