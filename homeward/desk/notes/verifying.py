"""What stands behind the signatures of one note, checked again whenever the page is opened."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.core.actors import Actor
from homeward.core.components import Fact
from homeward.desk.clients.reach import short_name_for
from homeward.notes.actions.sign_note import content_of
from homeward.notes.asides import note_kept, proofs_of
from homeward.notes.correction_words import PART_WORDS
from homeward.notes.models import ClientNote, SignatureProof
from homeward.notes.proofs import Verified, held_at, verified
from homeward.notes.queries import shared_part
from homeward.notes.rules.content import TEMPLATE

MEANINGS = {"author": gettext_lazy("Author"), "cosign": gettext_lazy("Co-signature")}
SPECIMEN_SIGNED = "5d2f 81c0 9ae4 77b1 0c36 e9d8 42af 1b05"
SPECIMEN_FOUND = "c914 3e6a 05f7 d2b8 8841 6fcd 90e3 27ba"


@dataclass(frozen=True, slots=True)
class SignatureCheck:
    """One signature with everything it stands on."""

    title: str
    facts: tuple[Fact, ...]
    is_intact: bool


@dataclass(frozen=True, slots=True)
class VerificationPage:
    """Everything the page of verification prints."""

    title: str
    subline: str
    note_url: str
    is_intact: bool
    signed_hash: str
    found_hash: str
    changed: tuple[str, ...]
    checks: tuple[SignatureCheck, ...]
    checked_at: str
    specimen_signed: str = SPECIMEN_SIGNED
    specimen_found: str = SPECIMEN_FOUND


def verify(actor: Actor, note: ClientNote) -> tuple[Verified, dict[str, SignatureProof]]:
    """The note against its signature, and what the signatures stand on, by meaning."""
    shared = shared_part(note.session)
    proofs = proofs_of(actor, note)
    content = content_of(note, shared.body if shared else "", note.minutes)
    return verified(note, content, proofs.get("author")), proofs


def verification_page(actor: Actor, note_id: UUID, now: datetime) -> VerificationPage:
    """Raises ClientNote.DoesNotExist out of scope and for a draft."""
    note = note_kept(actor, note_id)
    if note.signed_at is None:
        raise ClientNote.DoesNotExist
    zone = ZoneInfo(note.session.site.time_zone)
    checked, proofs = verify(actor, note)
    made = [_author(note, proofs.get("author"), checked, zone)]
    if (cosignature := getattr(note, "cosignature", None)) is not None:
        proof = proofs.get("cosign")
        made.append(
            SignatureCheck(
                str(MEANINGS["cosign"]),
                _facts(
                    cosignature.worker.name, cosignature.credential, cosignature.at, proof, zone
                ),
                cosignature.content_hash == note.content_hash and checked.is_intact,
            )
        )
    is_intact = all(each.is_intact for each in made)
    return VerificationPage(
        title=_("Verification: %(session)s") % {"session": note.session.name},
        subline=f"{short_name_for(actor, note.client)} · {date_format(note.on, 'D j M Y')}",
        note_url=reverse("desk:note", args=[note.pk]),
        is_intact=is_intact,
        signed_hash=grouped(checked.signed_hash),
        found_hash=grouped(checked.found_hash),
        changed=tuple(str(PART_WORDS.get(code, code)) for code in checked.changed),
        checks=tuple(made),
        checked_at=_moment(now, zone),
    )


def grouped(digest: str) -> str:
    """A digest in groups of four, for reading aloud and comparing by eye."""
    return " ".join(digest[place : place + 4] for place in range(0, len(digest), 4))


def _author(
    note: ClientNote, proof: SignatureProof | None, checked: Verified, zone: ZoneInfo
) -> SignatureCheck:
    assert note.signed_by is not None and note.signed_at is not None
    held = held_at(note, note.signed_by_id, note.signed_at)
    facts = _facts(note.signed_by.name, note.credential, note.signed_at, proof, zone)
    today = held.title if held else ""
    if today != note.credential:
        facts = (
            *facts,
            Fact(_("Credential on file for that day"), today, empty=_("none")),
        )
    return SignatureCheck(str(MEANINGS["author"]), facts, checked.is_intact)


def _facts(
    name: str, credential: str, at: datetime, proof: SignatureProof | None, zone: ZoneInfo
) -> tuple[Fact, ...]:
    return (
        Fact(_("Signed by"), name),
        Fact(_("Credential as of then"), credential, empty=_("none held")),
        Fact(_("Signed"), _moment(at, zone)),
        Fact(
            _("Showed who they are"),
            _before(proof) if proof else "",
            empty=_("not kept for signatures of that time"),
        ),
        Fact(_("Form of the content"), proof.template if proof else TEMPLATE),
    )


def _before(proof: SignatureProof) -> str:
    minutes = int((proof.at - proof.authenticated_at).total_seconds()) // 60
    if minutes < 1:
        return _("at that moment")
    return ngettext("%d minute before", "%d minutes before", minutes) % minutes


def _moment(at: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{date_format(local, 'j M Y')} {time_format(local, 'H:i:s')} {local.tzname()}"
