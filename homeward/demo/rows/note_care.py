"""Notes beside the story: co-signatures, proofs of signing, drafts to look at, one voided note.

A counselor in training signs for months, so all but the last days are co-signed. The counselor of
the demo has a draft that names somebody and nearly repeats an earlier note, and a deleted one.
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
from homeward.staff.models import Credential, Worker
from homeward.staff.queries import credential_of, supervisors_of
from homeward.staff.resolving import as_worker
from homeward.timetable.models import Seat

DEMO = Actor.of_service("demo")
COUNSELOR = "counselor"
LEFT_TO_COSIGN = timedelta(days=4)
READS_AFTER = timedelta(hours=20)
PROVEN = timedelta(days=10)
DAYS_BACK = timedelta(days=6)
COPIED = (
    "Opened the check-in and named two warning signs from the weekend: skipping lunch and an"
    " unread message from an old contact. Practiced a way to say no with a partner and gave honest"
    " feedback. "
    "Will call a sober support before Friday evening."
)
LEFT_OUT = (
    "Spoke at length about the move to a smaller apartment and the boxes still unopened"
    " in the hall."
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
    drafts = rows.filter(signed_at=None).select_related("session").order_by("-on", "session_id")
    first = drafts.first()
    written = (_looked_at(actor, first, now) if first else 0) + _deleted(actor, now)
    signed = rows.filter(signed_at__lt=now - timedelta(days=2)).order_by("-signed_at", "pk").first()
    if signed is not None:
        void_note(
            actor=actor, note_id=signed.pk, reason="wrong_chart", words=WHY,
            authenticated_at=now, now=now,
        )  # fmt: skip
        written += 1
    return written


def _looked_at(actor: Actor, draft: ClientNote, now: datetime) -> int:
    """A draft for a second look: nearly an earlier note, naming somebody, with words taken out."""
    seats = Seat.objects.for_actor(DEMO, Purpose.OPERATIONS).filter(session=draft.session_id)
    others = seats.exclude(client_id=draft.client_id).select_related("client")
    named = others.order_by("client__name").first()
    notes = ClientNote.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=draft.client_id, signed_at__isnull=False
    )
    before = notes.order_by("-on", "pk").first()
    said = str(before.body) if before else COPIED
    if named is not None:
        first = named.client.preferred_name or named.client.name.split()[0]
        said = f"{said} Helped {first} name a state. Hope came up as a word to hold on to."
    longer = _write(actor, draft, f"{said} {LEFT_OUT}", now)
    _write(actor, longer, said, now)
    return 3


def _deleted(actor: Actor, now: datetime) -> int:
    """A draft begun for somebody who was not there, and deleted."""
    seats = Seat.objects.for_actor(actor, Purpose.TREATMENT).filter(
        session__starts_at__range=(now - DAYS_BACK, now), released_at=None
    )
    written = set(
        ClientNote.kept.for_actor(DEMO, Purpose.OPERATIONS)
        .filter(session__starts_at__range=(now - DAYS_BACK, now))
        .values_list("session_id", "client_id")
    )
    for seat in seats.order_by("-session__starts_at", "pk"):
        if (seat.session_id, seat.client_id) not in written:
            begun = save_note_draft(
                actor=actor, session_id=seat.session_id, client_id=seat.client_id, now=now,
                body="Begun before the register was read; was not here that day.",
            )  # fmt: skip
            delete_draft(actor=actor, note_id=begun.pk, reason="wrong_chart", now=now)
            return 2
    return 0


def _write(actor: Actor, note: ClientNote, text: str, now: datetime) -> ClientNote:
    written: ClientNote = save_note_draft(
        actor=actor, session_id=note.session_id, client_id=note.client_id, now=now,
        participation=note.participation or ["shared"], response=["engaged"],
        objective_id=note.objective_id, progress=note.progress, body=text,
        details=dict(note.details or {}), expected_version=note.version,
    )  # fmt: skip
    return written
