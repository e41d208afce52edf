"""Notes beside the story: co-signatures, proofs of signing, drafts to look at, one voided note.

A counselor in training signs for months, so all but the last days are co-signed. The counselor of
the demo has a draft that names somebody, one that is nearly a copy, and a deleted one.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.notes.actions import delete_draft, save_note_draft, void_note
from homeward.notes.actions.sign_note import content_of
from homeward.notes.models import ClientNote, CoSignature, SignatureProof
from homeward.notes.proofs import digests_of
from homeward.notes.queries import shared_part
from homeward.notes.rules.content import TEMPLATE
from homeward.people.models import Client
from homeward.staff.models import Credential, Worker
from homeward.staff.queries import credential_of, supervisors_of
from homeward.staff.resolving import as_worker

DEMO = Actor.of_service("demo")
COUNSELOR = "counselor"
LEFT_TO_COSIGN = timedelta(days=4)
READS_AFTER = timedelta(hours=20)
PROVEN = timedelta(days=10)
COPIED = (
    "Opened the check-in and named two warning signs from the weekend: skipping lunch and an"
    " unread message from an old contact. Practiced a way to say no with a partner and gave honest"
    " feedback. "
    "Will call a sober support before Friday evening."
)
EDITED = (
    "Opened the check-in and identified three warning signs from the weekend: skipping dinner and"
    " an unread message from an old contact. Rehearsed a way to say no with a partner and offered"
    " honest feedback. Plans to call a sober support before Saturday evening."
)
WHY = "Opened the wrong record after the break; the session was another person's."


def add_note_care(now: datetime) -> int:
    """Everything above; returns how many rows were written."""
    return _cosign(now) + _prove(now) + _drafts(now)


def _cosign(now: datetime) -> int:
    """The supervisor signed beneath all but the last days of who does not sign alone."""
    alone = Credential.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=OuterRef("signed_at__date")),
        worker_id=OuterRef("signed_by_id"),
        may_sign_alone=True,
        starts_on__lte=OuterRef("signed_at__date"),
    )
    notes = ClientNote.objects.for_actor(DEMO, Purpose.OPERATIONS).filter(
        signed_at__lt=now - LEFT_TO_COSIGN, cosignature=None
    )
    made, supervisors = [], dict[Any, tuple[Any, str]]()
    for note in notes.exclude(Exists(alone)).defer("body", "sections", "details"):
        assert note.signed_at is not None
        if note.author_id not in supervisors:
            found = supervisors_of(note.author_id, note.on)
            held = credential_of(found[0], note.on) if found else None
            supervisors[note.author_id] = (
                found[0].pk if found else None,
                held.title if held else "",
            )
        supervisor_id, title = supervisors[note.author_id]
        if supervisor_id is None:
            continue
        made.append(
            CoSignature(
                client_id=note.client_id, site_id=note.site_id, note=note,
                author_id=note.author_id, worker_id=supervisor_id, credential=title,
                at=note.signed_at + READS_AFTER, content_hash=note.content_hash,
            )
        )  # fmt: skip
    CoSignature.objects.bulk_create(made, batch_size=500)
    return len(made)


def _prove(now: datetime) -> int:
    """What the signatures of the last days stand on."""
    notes = ClientNote.objects.for_actor(DEMO, Purpose.OPERATIONS).filter(
        signed_at__gte=now - PROVEN
    )
    shared: dict[Any, str] = {}
    made = []
    for note in notes.select_related("session__session_type"):
        if note.session_id not in shared:
            part = shared_part(note.session)
            shared[note.session_id] = str(part.body) if part else ""
        content = content_of(note, shared[note.session_id], note.minutes)
        assert note.signed_at is not None
        made.append(
            SignatureProof(
                client_id=note.client_id, site_id=note.site_id, note=note, meaning="author",
                author_id=note.author_id, worker_id=note.signed_by_id,
                held=credential_of(note.signed_by_id, note.on), credential=note.credential,
                at=note.signed_at, authenticated_at=note.signed_at - timedelta(minutes=2),
                template=TEMPLATE, parts=digests_of(note, content),
                content_hash=note.content_hash,
            )
        )  # fmt: skip
    SignatureProof.objects.bulk_create(made, batch_size=500)
    return len(made)


def _drafts(now: datetime) -> int:
    worker = Worker.objects.filter(user_name=COUNSELOR).first()
    if worker is None:
        return 0
    actor = as_worker(worker.account)
    if actor is None:
        return 0
    rows = ClientNote.objects.for_actor(actor, Purpose.TREATMENT).filter(author=worker)
    drafts = list(rows.filter(signed_at=None).select_related("session").order_by("-on", "pk"))
    room = [each for each in drafts if each.session_id == drafts[0].session_id] if drafts else []
    written = 0
    if len(room) >= 3:
        named = Client.objects.for_actor(DEMO, Purpose.OPERATIONS).get(pk=room[2].client_id)
        first = named.preferred_name or named.name.split()[0]
        texts = (f"{COPIED} Helped {first} name tired as a state. Grace came up as a goal.", EDITED)
        for note, text in zip(room, texts, strict=False):
            _write(actor, note, text, now)
            written += 1
    for note in drafts[-1:] if len(drafts) > len(room) else ():
        delete_draft(actor=actor, note_id=note.pk, now=now)
        written += 1
    signed = rows.filter(signed_at__lt=now - timedelta(days=2)).order_by("-signed_at", "pk").first()
    if signed is not None:
        void_note(
            actor=actor, note_id=signed.pk, reason="wrong_chart", words=WHY,
            authenticated_at=now, now=now,
        )  # fmt: skip
        written += 1
    return written


def _write(actor: Actor, note: ClientNote, text: str, now: datetime) -> None:
    save_note_draft(
        actor=actor, session_id=note.session_id, client_id=note.client_id, now=now,
        participation=note.participation or ["shared"], response=["engaged"],
        objective_id=note.objective_id, progress=note.progress, body=text,
        details=dict(note.details or {}), expected_version=note.version,
    )  # fmt: skip
