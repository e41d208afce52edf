"""What stands behind a signature, written when it is made and looked at whenever it is shown."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.core import crypto
from homeward.notes.models import ClientNote, SignatureProof
from homeward.notes.rules.content import TEMPLATE, content_hash
from homeward.staff.models import Credential
from homeward.staff.queries import credential_of

# The parts of the digest by the words a page has for them, in the order of the page.
PARTS = (
    "body", "shared", "sections", "details", "participation", "response", "objective", "progress",
    "minutes", "on", "starts_at", "ends_at", "service", "client", "session", "author", "style",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verified:
    """Whether a note still says what was signed, and where it is known, what no longer does.

    `signed_hash` and `found_hash` are the digest under the signature and the one of the note now.
    """

    is_intact: bool
    signed_hash: str
    found_hash: str
    changed: tuple[str, ...] = ()


def local_day(note: ClientNote, at: datetime) -> date:
    """The day at the note's site."""
    return at.astimezone(ZoneInfo(note.session.site.time_zone)).date()


def held_at(note: ClientNote, worker_id: UUID | None, at: datetime) -> Credential | None:
    """The credential a signature of that moment shows; one that signs alone before others."""
    return credential_of(worker_id, local_day(note, at))


def keep_proof(
    note: ClientNote,
    content: Mapping[str, Any],
    *,
    meaning: str,
    worker_id: UUID | None,
    held: Credential | None,
    authenticated_at: datetime,
    now: datetime,
) -> SignatureProof:
    """Write down what this signature stands on."""
    return SignatureProof.objects.create(
        client_id=note.client_id, site_id=note.site_id, note=note, meaning=meaning,
        author_id=note.author_id, worker_id=worker_id, held=held,
        credential=held.title if held else "", at=now, authenticated_at=authenticated_at,
        template=TEMPLATE, parts=digests_of(note, content), content_hash=note.content_hash,
    )  # fmt: skip


def digests_of(note: ClientNote, content: Mapping[str, Any]) -> dict[str, str]:
    """A keyed digest of each part, bound to the note so that equal parts do not look alike."""
    return {
        name: crypto.digest_of(
            f"{note.pk}:{name}:{json.dumps(value, sort_keys=True, default=str)}"
        )[:32]
        for name, value in content.items()
    }


def verified(
    note: ClientNote, content: Mapping[str, Any], proof: SignatureProof | None
) -> Verified:
    """Whether the note still says what was signed; with its proof also which parts changed."""
    found = content_hash(content)
    parts = digests_of(note, content)
    before = proof.parts if proof else {}
    changed = tuple(name for name in PARTS if before and before.get(name) != parts.get(name))
    is_intact = found == note.content_hash and not changed
    return Verified(is_intact, note.content_hash, found, changed)
