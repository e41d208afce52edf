"""A document on its way to a browser: decided at this instant, in the ledger, neutrally named.

Only a `ReleasedDocument` becomes a download, and only `open_inside` makes one.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse

from homeward.consents import recipients
from homeward.consents.disclosing import Outgoing, Release, disclose_inside
from homeward.consents.rules.request import Item
from homeward.consents.versions import version_of
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.documents.actions import open_document
from homeward.documents.models import Document
from homeward.kernel.purposes import Purpose
from homeward.staff.models import Worker

MEDIUM = "pdf"


@dataclass(frozen=True, slots=True)
class ReleasedDocument:
    """A document with its content, after the decision."""

    document: Document
    content: bytes
    release: Release


@action
def open_inside(*, actor: Actor, document_id: UUID, now: datetime) -> ReleasedDocument | None:
    """A copy for a worker who may read it, or None when the decision is no; both are in the ledger.

    Raises Document.DoesNotExist out of scope, AlteredDocument, CannotDecrypt.
    """
    document, content = open_document(actor=actor, document_id=document_id, now=now)
    worker = Worker.objects.get(pk=actor.worker_id)
    item = Item(
        f"document {document.pk}",
        str(document.record_class),
        local_day(document.made_at),
        str(document.made_by_id or ""),
    )
    release: Release = disclose_inside(
        actor=actor,
        client_id=document.client_id,
        outgoing=Outgoing(
            addressee=recipients.worker(worker),
            purpose=Purpose.INTERNAL_CARE.value,
            items=(item,),
            medium=MEDIUM,
            versions={item.id: version_of(document)},
        ),
        now=now,
    )
    return ReleasedDocument(document, content, release) if release.is_open else None


def as_download(released: ReleasedDocument) -> HttpResponse:
    """The PDF under a name that says nothing about anybody."""
    made_at = released.document.made_at
    answer = HttpResponse(released.content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="document-{made_at:%Y-%m-%d}.pdf"'
    answer["Cache-Control"] = "no-store, private"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
