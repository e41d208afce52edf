"""What the consents of a record print."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.consents.actions import fingerprint
from homeward.consents.closed_cases import closings_of
from homeward.consents.labels import KINDS, PURPOSES, SIGNED_AS, joined
from homeward.consents.models import CaseClosing, Consent, ConsentRefusal, Revocation
from homeward.consents.queries import consents_of, world_for
from homeward.consents.reading import (
    Passage,
    blanks_of,
    ending_told,
    passages,
    recipient_words,
    records_words,
)
from homeward.consents.signers import Rights, rights_of
from homeward.consents.standing import STATES, TONES, Standing, standing_of
from homeward.consents.terms import SIGNED_AT_ONCE
from homeward.core.access import Access, may
from homeward.core.actors import Actor, knows_names
from homeward.core.components import Act, Fact, Signature
from homeward.desk.admissions.times import when
from homeward.desk.clients.reach import name_for
from homeward.desk.consents.signing_acts import ended_right_of, signing_acts
from homeward.desk.words import initials_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches

# One half still waits, for the other.
WAITING = {"half": "draft"}


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One consent: kind, with whom, what, what for, until when, how it stands and why."""

    title: str
    facts: tuple[Fact, ...]
    state: str
    why: str
    tone: str
    url: str
    act: Act | None


@dataclass(frozen=True, slots=True)
class Consents:
    """Every consent of a client, and what else says what may leave."""

    now: tuple[ConsentLine, ...]
    waiting: tuple[ConsentLine, ...]
    past: tuple[ConsentLine, ...]
    acts: tuple[Act, ...]
    sign: tuple[Act, ...]
    closings: tuple[Fact, ...] = ()
    packet: bool = True

    @classmethod
    def of(cls, actor: Actor, client: Client, now: datetime) -> "Consents":
        """The consents the actor may read, the newest signature first."""
        world = world_for(client, now)
        writes = may(actor.roles, RecordClass.CONSENTS, Access.WRITE)
        knows = reaches(actor, client, RecordClass.IDENTITY, Access.READ)
        refused = _refused(actor, client)
        rights = rights_of(client, now) if writes else None
        sorted_by: dict[str, list[ConsentLine]] = {"active": [], "draft": [], "past": []}
        for row in consents_of(actor, client):
            stands = standing_of(row, world, now, refused.get(row.pk))
            acts = _acts_on(row, client, rights, stands.code) if rights else iter(())
            line = _line(actor, row, stands, next(acts, None))
            where = WAITING.get(stands.code, stands.code)
            sorted_by.get(where, sorted_by["past"]).append(line)
        return cls(
            tuple(sorted_by["active"]),
            tuple(sorted_by["draft"]),
            tuple(sorted_by["past"]),
            tuple(_acts(client, writes=writes, knows=knows, shares=knows_names(actor))),
            tuple(
                Act(str(KINDS[kind]), reverse("desk:consent_signature", args=[client.pk, kind]))
                for kind in SIGNED_AT_ONCE
            )
            if writes
            else (),
            tuple(_closing(row) for row in closings_of(actor, client)),
            packet=knows,
        )


@dataclass(frozen=True, slots=True)
class ConsentCopy:
    """One consent with its whole text, for reading and printing."""

    client: Client
    title: str
    number: str
    initials: str
    language: str
    passages: tuple[Passage, ...]
    facts: tuple[Fact, ...]
    signature: Signature | None
    state: str
    why: str
    tone: str
    is_genuine: bool
    told: str
    back: Act
    acts: tuple[Act, ...]

    @classmethod
    def of(cls, actor: Actor, row: Consent, now: datetime) -> "ConsentCopy":
        """The text as it was signed; its fingerprint is computed anew and compared."""
        blanks = blanks_of(row, name_for(actor, row.client))
        if not knows_names(actor) and row.contact is not None:
            blanks = replace(blanks, recipients=_nameless(row))
        title, read = passages(row.kind, row.text_version, row.language, blanks)
        refusal = _refused(actor, row.client).get(row.pk)
        stands = standing_of(row, world_for(row.client, now), now, refusal)
        writes = may(actor.roles, RecordClass.CONSENTS, Access.WRITE)
        rights = rights_of(row.client, now) if writes else None
        return cls(
            client=row.client,
            title=title,
            number=row.client.chart_number,
            initials=initials_of(row.client.name) if knows_names(actor) else "",
            language=row.language,
            passages=read,
            facts=tuple(_facts(actor, row)),
            told=ended_right_of(row, actor),
            signature=_signature(actor, row),
            state=str(STATES[stands.code]),
            why=stands.why,
            tone=TONES.get(stands.code, "neutral"),
            is_genuine=fingerprint(row) == row.text_hash,
            back=Act(_("All consents"), reverse("desk:chart_consents", args=[row.client_id])),
            acts=tuple(_acts_on(row, row.client, rights, stands.code)) if rights else (),
        )


def _signature(actor: Actor, row: Consent) -> Signature | None:
    if row.signed_at is None:
        return None
    return Signature(
        name=row.signer_name if knows_names(actor) else row.client.chart_number,
        credential=signed_as(row),
        signed_at=when(row.signed_at),
        meaning=_("agrees to this text"),
        fingerprint=row.text_hash[:16],
    )


def signed_as(row: Consent) -> str:
    """By what right it was signed, and for a guardian what they are to the client."""
    right = str(SIGNED_AS.get(row.signer_authority, row.signer_authority))
    told = f"{right}, {row.signer_relation}" if row.signer_relation else right
    return _("%(who)s, one of two signatures") % {"who": told} if row.is_half else told


def _nameless(row: Consent) -> str:
    """Whom a consent names, for who knows the people of a client by what they are alone."""
    kind = row.contact.kind if row.contact else ""
    return _("an officer") if kind == "agency" else _("a family member or support person")


def _line(actor: Actor, row: Consent, stands: Standing, act: Act | None) -> ConsentLine:
    code, why = stands.code, stands.why
    return ConsentLine(
        title=title_for(actor, row),
        facts=tuple(_about(actor, row)),
        state=str(STATES[code]),
        why=why,
        tone=TONES.get(code, "neutral"),
        url=reverse("desk:consent", args=[row.pk]),
        act=act,
    )


def _acts_on(row: Consent, client: Client, rights: Rights, code: str) -> Iterator[Act]:
    if code in ("active", "half"):
        url = reverse("desk:consent_revocation", args=[row.pk])
        yield Act(_("Take back"), url, "danger", about=title_of(row))
    if code == "draft" and row.signed_at is None:
        yield from signing_acts(row, client, rights, title_of(row))


def _acts(client: Client, *, writes: bool, knows: bool, shares: bool) -> Iterator[Act]:
    if writes:
        yield Act(_("Draft a consent"), reverse("desk:consent_new", args=[client.pk]), "primary")
        yield Act(_("A case closed"), reverse("desk:case_closed", args=[client.pk]))
        yield Act(_("Who may sign"), reverse("desk:guardians", args=[client.pk]))
    if shares:
        yield Act(_("Tell or hand over"), reverse("desk:disclosure_new", args=[client.pk]))
    yield Act(_("What left, and to whom"), reverse("desk:disclosures", args=[client.pk]))
    if knows:
        yield Act(_("Limits and safety"), reverse("desk:limits", args=[client.pk]))
    if writes:
        yield Act(_("Reaching the client"), reverse("desk:notices", args=[client.pk]))
    if knows:
        yield Act(
            _("Medical emergency"), reverse("desk:emergency_disclosure", args=[client.pk]), "danger"
        )


def _closing(row: CaseClosing) -> Fact:
    told = (row.get_known_by_display(), row.note, row.recorded_by.name if row.recorded_by else "")
    return Fact(
        _("Closed on %(day)s") % {"day": date_format(row.closed_on, "j M Y")},
        " · ".join(filter(None, told)),
    )


def title_of(row: Consent) -> str:
    """The kind, and whom it names."""
    kind = str(KINDS.get(row.kind, row.kind))
    named = row.contact or row.party
    return f"{kind}: {named.name}" if named else kind


def title_for(actor: Actor, row: Consent) -> str:
    """The same without a person's name, for who knows the client by number alone."""
    if row.contact is None or knows_names(actor):
        return title_of(row)
    return str(KINDS.get(row.kind, row.kind))


def _about(actor: Actor, row: Consent) -> Iterator[Fact]:
    if row.kind != Consent.Kind.TREATMENT:
        named = row.contact is None or knows_names(actor)
        whom = recipient_words(row, own=False) if named else _nameless(row)
        yield Fact(_("With whom"), whom)
        yield Fact(_("What"), records_words(row))
        yield Fact(_("What for"), joined(row.purposes, PURPOSES))
    yield Fact(_("Until"), ending_told(row))
    if row.no_end_reason:
        yield Fact(_("No end, because"), row.no_end_reason)
    if row.signed_at and row.signer_authority != "client":
        yield Fact(_("Signed by"), signed_as(row))


def _facts(actor: Actor, row: Consent) -> Iterator[Fact]:
    yield Fact(_("Text"), f"{row.text_version} · {row.language}")
    if row.signed_at:
        yield Fact(_("Signed"), _place_of(row))
        yield Fact(_("Witness"), row.witnessed_by.name if row.witnessed_by else _("none"))
        given = date_format(row.copy_given_at, "D j M Y") if row.copy_given_at else ""
        yield Fact(_("Copy given"), given or _("not recorded"))
    elif row.offered_at:
        yield Fact(_("On their phone since"), when(row.offered_at))
    revocations = Revocation.objects.for_actor(actor, Purpose.TREATMENT).filter(consent=row)
    for revocation in revocations:
        yield Fact(_("Taken back"), when(revocation.at))


def _place_of(row: Consent) -> str:
    """How it was signed; for ink also the day on the sheet and where the sheet is kept."""
    places = {
        "phone": _("on their own phone"),
        "desk": _("on the program's screen"),
        "tablet": _("on the tablet"),
        "paper": _("in ink"),
    }
    told = places.get(row.evidence.get("place", ""), _("on paper or screen"))
    parts = (told, row.evidence.get("written_on", ""), row.evidence.get("kept_at", ""))
    return " · ".join(filter(None, parts))


def _refused(actor: Actor, client: Client) -> dict[object, ConsentRefusal]:
    rows = ConsentRefusal.objects.for_actor(actor, Purpose.TREATMENT).filter(client=client)
    return {row.draft_id: row for row in rows}
