"""A client's yes to taking part, and the end of it."""

import secrets
from datetime import datetime
from uuid import UUID, uuid4

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.clock import local_day
from homeward.core.refusals import Refusal
from homeward.incentives import texts
from homeward.incentives.agreeing import agreeing_for
from homeward.incentives.ledger import LEDGER
from homeward.incentives.models import Enrolment, Promise, Protocol
from homeward.incentives.queries import course_of, in_force, terms_of, unended_course_of
from homeward.incentives.reaching import held
from homeward.incentives.rules.agreeing import missing_yes, plain
from homeward.incentives.rules.bowl import SECRET_BYTES, commitment_of
from homeward.incentives.rules.terms import PRIZE
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.program.models import Organisation


class CourseRefused(Refusal):
    """Once, in care, by their own name, and only under a protocol that is adopted."""


@action
def join_course(
    *,
    actor: Actor,
    client_id: UUID,
    signer_name: str,
    read_hash: str,
    now: datetime,
    guardian_name: str = "",
) -> Enrolment:
    """Sign the paper: by the client on their own page, or at a desk with a witness.

    Where the rule asks for a parent beside a minor, or a court's guardian in the client's place,
    they type their own name at the desk; elsewhere nobody is asked and no such name is kept.

    `read_hash` is the fingerprint of the words that were read (`texts.digest`): where another
    version was adopted meanwhile, nobody signs it unread. Raises CourseRefused.
    """
    client = held(actor, client_id, RecordClass.CONSENTS)
    own = actor.kind == CLIENT
    episode = open_episode(client.pk)
    if episode is None:
        raise CourseRefused("not_in_care")
    protocol = in_force(episode.program_id, local_day(now, client.site.time_zone))
    if protocol is None:
        raise CourseRefused("incentives_off")
    digest = texts.digest(paper_for(client, protocol))
    agreeing = agreeing_for(client, now)
    wrong = {
        "already_earning": course_of(client.pk) is not None,
        "paper_changed": read_hash != digest,
    }
    codes = [code for code, is_wrong in wrong.items() if is_wrong]
    codes += missing_yes(
        agreeing.needed, on_own_page=own, signs_own_name=plain(signer_name) == plain(client.name),
        guardians=agreeing.names, guardian_typed=guardian_name,
    )  # fmt: skip
    if codes:
        raise CourseRefused(*codes)
    right = agreeing.named(guardian_name)
    if (before := unended_course_of(client.pk)) is not None:
        end_course(before, Enrolment.Ending.PROTOCOL, actor, now)
    language = texts.language_for(client.language)
    row: Enrolment = Enrolment.objects.create(
        client=client, site_id=client.site_id, protocol=protocol, episode=episode,
        token=uuid4().hex, text_version=texts.VERSION, text_hash=digest, language=language,
        signed_at=now, signer_name=client.name, place="page" if own else "desk",
        witnessed_by_id=None if own else actor.worker_id, guardianship=right,
        guardian_name=right.contact.name if right else "",
    )  # fmt: skip
    promise(row, 1, now)
    audit.record("incentives.course.joined", actor=actor, subject=row, at=now)
    return row


@action
def leave_course(*, actor: Actor, client_id: UUID, now: datetime) -> Enrolment:
    """At once, without a reason. What is owed stays owed."""
    held(actor, client_id, RecordClass.CONSENTS)
    row = course_of(client_id)
    if row is None:
        raise CourseRefused("not_earning")
    how = Enrolment.Ending.CLIENT if actor.kind == CLIENT else Enrolment.Ending.DESK
    return end_course(row, how, actor, now)


def end_course(row: Enrolment, how: str, actor: Actor, now: datetime) -> Enrolment:
    """The course ends, by whatever ended it."""
    row.change(ended_at=now, ending=how, ended_by_id=actor.worker_id)
    audit.record("incentives.course.ended", actor=actor, subject=row, at=now, reason=how)
    return row


def promise(row: Enrolment, number: int, now: datetime) -> None:
    """Commit to the draw of a turn before it is counted; only a bowl has draws."""
    terms = terms_of(row.protocol)
    if terms.kind != PRIZE:
        return
    secret = secrets.token_hex(SECRET_BYTES)
    Promise.objects.create(
        client_id=row.client_id, site_id=row.site_id, enrolment=row, number=number,
        commitment=commitment_of(secret, row.token, number, terms.slips), sealed_secret=secret,
        made_at=now,
    )  # fmt: skip


def paper_for(client: Client, protocol: Protocol) -> str:
    """The words this person would sign."""
    return texts.filled(
        texts.language_for(client.language), client=client.name, program=_house(),
        terms=terms_of(protocol), target=protocol.target,
    )  # fmt: skip


def signed_words(row: Enrolment) -> str:
    """The words somebody put their name under; empty where they no longer come out the same."""
    words = texts.filled(
        row.language, client=row.signer_name, program=_house(), terms=terms_of(row.protocol),
        target=row.protocol.target,
    )  # fmt: skip
    return words if texts.digest(words) == row.text_hash else ""


def _house() -> str:
    return Organisation.objects.values_list("public_name", flat=True).first() or ""


def open_episode(client_id: UUID) -> Episode | None:
    """The care they are in."""
    rows = Episode.objects.for_actor(LEDGER, Purpose.OPERATIONS)
    found: Episode | None = rows.filter(client_id=client_id, ended_at=None).first()
    return found
