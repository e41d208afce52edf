"""What the consents of a record print."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.consents.actions import fingerprint
from homeward.consents.labels import CLASSES, KINDS, RECIPIENT_CLASSES, STATES, joined
from homeward.consents.models import Consent, Revocation
from homeward.consents.queries import consents_of, status_of, world_for
from homeward.consents.reading import Passage, blanks_of, ending_of, passages
from homeward.consents.terms import TERMS
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Fact, Signature
from homeward.desk.admissions.times import when
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client

TONES = {
    "active": "done",
    "revoked": "neutral",
    "expired": "neutral",
    "defective": "urgent",
    "draft": "attention",
}


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One consent: kind, with whom, what, until when, and how it stands."""

    title: str
    sub: str
    state: str
    tone: str
    url: str
    revoke: Act | None


@dataclass(frozen=True, slots=True)
class Consents:
    """Every consent of a client."""

    lines: tuple[ConsentLine, ...]
    sign: tuple[Act, ...]

    @classmethod
    def of(cls, actor: Actor, client: Client, now: datetime) -> "Consents":
        """The consents the actor may read, the newest signature first."""
        world = world_for(client)
        writes = may(actor.roles, RecordClass.CONSENTS, Access.WRITE)
        rows = consents_of(actor, client)
        lines = []
        for row in rows:
            state = status_of(row, world, now)
            revoke = Act(
                _("Take back"), reverse("desk:consent_revocation", args=[row.pk]), about=_title(row)
            )
            lines.append(
                ConsentLine(
                    title=_title(row),
                    sub=" · ".join(filter(None, _about(row))),
                    state=str(STATES[state]),
                    tone=TONES.get(state, "neutral"),
                    url=reverse("desk:consent", args=[row.pk]),
                    revoke=revoke if writes and state == "active" else None,
                )
            )
        sign = tuple(
            Act(str(KINDS[kind]), reverse("desk:consent_signature", args=[client.pk, kind]))
            for kind in TERMS
        )
        return cls(tuple(lines), sign if writes else ())


@dataclass(frozen=True, slots=True)
class ConsentCopy:
    """One signed consent with its whole text, for reading and printing."""

    client: Client
    title: str
    passages: tuple[Passage, ...]
    facts: tuple[Fact, ...]
    signature: Signature
    state: str
    tone: str
    is_genuine: bool
    back: Act
    revoke: Act | None

    @classmethod
    def of(cls, actor: Actor, row: Consent, now: datetime) -> "ConsentCopy":
        """The text as it was signed; its fingerprint is computed anew and compared."""
        title, read = passages(
            row.kind, row.text_version, row.language, blanks_of(row, row.client.name)
        )
        state = status_of(row, world_for(row.client), now)
        writes = may(actor.roles, RecordClass.CONSENTS, Access.WRITE)
        return cls(
            client=row.client,
            title=title,
            passages=read,
            facts=tuple(_facts(actor, row)),
            signature=Signature(
                name=row.signer_name,
                credential=_("client"),
                signed_at=when(row.signed_at),
                meaning=_("agrees to this text"),
                fingerprint=row.text_hash[:16],
            ),
            state=str(STATES[state]),
            tone=TONES.get(state, "neutral"),
            is_genuine=fingerprint(row) == row.text_hash,
            back=Act(_("All consents"), reverse("desk:chart_consents", args=[row.client_id])),
            revoke=Act(_("Take back"), reverse("desk:consent_revocation", args=[row.pk]), "danger")
            if writes and state == "active"
            else None,
        )


def _title(row: Consent) -> str:
    kind = str(KINDS.get(row.kind, row.kind))
    return f"{kind}: {row.contact.name}" if row.contact else kind


def _about(row: Consent) -> Iterator[str]:
    yield joined(row.classes, CLASSES)
    if not row.contact:
        yield joined([each["id"] for each in row.recipients], RECIPIENT_CLASSES)
    if row.signed_at:
        yield _("signed %(when)s") % {"when": when(row.signed_at)}
        yield _("ends %(when)s") % {"when": ending_of(row)}


def _facts(actor: Actor, row: Consent) -> Iterator[Fact]:
    yield Fact(_("Text"), f"{row.text_version} · {row.language}")
    yield Fact(_("Witness"), row.witnessed_by.name if row.witnessed_by else _("none"))
    given = date_format(row.copy_given_at, "D j M Y") if row.copy_given_at else _("not recorded")
    yield Fact(_("Copy given"), given)
    revocations = Revocation.objects.for_actor(actor, Purpose.TREATMENT).filter(consent=row)
    for revocation in revocations:
        yield Fact(_("Taken back"), when(revocation.at))
