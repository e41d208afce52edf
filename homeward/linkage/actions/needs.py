"""A need is told, asked about, met, dropped, reopened."""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.linkage import duties
from homeward.linkage.actions.refusals import NeedIncomplete, NeedNotEnded, NeedNotOpen
from homeward.linkage.facts import NeedTold
from homeward.linkage.kinds import NeedKind, Severity, Source, Wants
from homeward.linkage.models import Need, NeedEvent, NeedReferral
from homeward.linkage.reaching import SERVICE, client_for, follower_of, locked, numbers_of
from homeward.linkage.rules.clocks import need_due
from homeward.people.models import Client

What = NeedEvent.What


@action
def tell_need(
    *,
    actor: Actor,
    client_id: UUID,
    kind: str,
    severity: str,
    wants: str,
    source: str,
    now: datetime,
    own_words: str = "",
    note: str = "",
    source_ref: str = "",
) -> Need:
    """Write down a need; told again, the one of its kind is brought up to date and opened.

    What the client says of a wish stands above what an interview points to. Who asks for help on
    the phone has told it themselves. Raises NeedIncomplete; Client.DoesNotExist out of reach.
    """
    client = client_for(actor, client_id)
    wrong = {
        "need_kind_unknown": kind not in NeedKind.values,
        "need_severity_unknown": severity not in Severity.values,
        "need_wish_unknown": wants not in Wants.values,
        "need_source_unknown": source not in Source.values,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise NeedIncomplete(*codes)
    rows = Need.objects.for_actor(SERVICE, Purpose.TREATMENT).select_for_update(of=("self",))
    need = rows.filter(client_id=client.pk, kind=kind).first()
    words = {"own_words": own_words.strip()[:600], "note": note.strip()[:600]}
    if need is None:
        need = Need.objects.create(
            client=client, site_id=client.site_id, kind=kind, severity=severity, wants=wants,
            opened_at=now, **words,
        )  # fmt: skip
        what = What.TOLD
    else:
        what = What.ASKED if need.state == Need.State.OPEN else What.REOPENED
        if source == Source.ASSESSMENT and need.wants != Wants.NOT_ASKED and what == What.ASKED:
            wants = need.wants
        values: dict[str, Any] = {name: text for name, text in words.items() if text}
        if what == What.REOPENED:
            values |= {"state": Need.State.OPEN, "ended_at": None, "opened_at": now}
        need.change(severity=severity, wants=wants, **values)
    _note(actor, need, what, source, now, note=note, ref=source_ref)
    _run_clock(actor, client, need, now)
    audit.record("linkage.need.told", actor=actor, subject=need, at=now, reason=kind)
    announce(NeedTold(need.pk, client.pk, kind, severity, wants, source, actor, now))
    return need


@action
def ask_about_need(
    *,
    actor: Actor,
    need_id: UUID,
    wants: str,
    now: datetime,
    severity: str = "",
    note: str = "",
    expected_version: int | None = None,
) -> Need:
    """What the client wants now, asked by somebody or said on the phone."""
    need = locked(Need, actor, need_id, expected_version=expected_version)
    if need.state != Need.State.OPEN:
        raise NeedNotOpen
    if wants not in Wants.values or (severity and severity not in Severity.values):
        raise NeedIncomplete("need_wish_unknown")
    need.change(wants=wants, severity=severity or need.severity)
    _note(actor, need, What.ASKED, _source_of(actor), now, note=note)
    _run_clock(actor, need.client, need, now)
    audit.record("linkage.need.asked", actor=actor, subject=need, at=now, reason=wants)
    return need


@action
def end_need(
    *,
    actor: Actor,
    need_id: UUID,
    is_met: bool,
    now: datetime,
    note: str = "",
    expected_version: int | None = None,
) -> Need:
    """A need is met, or the client wants no help with it any more; it can be reopened."""
    need = locked(Need, actor, need_id, expected_version=expected_version)
    if need.state != Need.State.OPEN:
        raise NeedNotOpen
    state = Need.State.MET if is_met else Need.State.DROPPED
    need.change(state=state, ended_at=now, answer_due_at=None)
    what = What.MET if is_met else What.DROPPED
    _note(actor, need, what, _source_of(actor), now, note=note)
    duties.end(actor=actor, kind=duties.NEED, row=need, now=now, note=state)
    audit.record("linkage.need.ended", actor=actor, subject=need, at=now, reason=state)
    return need


@action
def reopen_need(
    *,
    actor: Actor,
    need_id: UUID,
    wants: str,
    now: datetime,
    severity: str = "",
    note: str = "",
    expected_version: int | None = None,
) -> Need:
    """The need came back; the clock begins again, and what was done before stays."""
    need = locked(Need, actor, need_id, expected_version=expected_version)
    if need.state == Need.State.OPEN:
        raise NeedNotEnded
    if wants not in Wants.values or (severity and severity not in Severity.values):
        raise NeedIncomplete("need_wish_unknown")
    need.change(
        state=Need.State.OPEN, ended_at=None, opened_at=now, wants=wants,
        severity=severity or need.severity,
    )  # fmt: skip
    _note(actor, need, What.REOPENED, _source_of(actor), now, note=note)
    _run_clock(actor, need.client, need, now)
    audit.record("linkage.need.reopened", actor=actor, subject=need, at=now)
    return need


def answered(need: Need, *, actor: Actor, now: datetime) -> None:
    """Somebody sent the client on: the clock of the need stops, that of the referral runs."""
    if need.answer_due_at is not None:
        need.change(answer_due_at=None)
        duties.end(actor=actor, kind=duties.NEED, row=need, now=now, note="sent on")


def run_again(need: Need, client: Client, *, actor: Actor, now: datetime) -> None:
    """A referral ended without help: the need asks for an answer again."""
    _run_clock(actor, client, need, now)


def _run_clock(actor: Actor, client: Client, need: Need, now: datetime) -> None:
    """Due by severity and wish; a clock that runs is only brought forward, never put off."""
    on_the_way = NeedReferral.objects.for_actor(SERVICE, Purpose.TREATMENT)
    if on_the_way.filter(need_id=need.pk, ended_at=None).exists():
        return
    due_at = need_due(need.severity, need.wants, now, numbers_of(client, now))
    if due_at is None:
        if need.answer_due_at is not None:
            need.change(answer_due_at=None)
            duties.end(actor=actor, kind=duties.NEED, row=need, now=now, note=need.wants)
        return
    due_at = min(due_at, need.answer_due_at or due_at)
    owner_id = need.owner_id or follower_of(client, actor, now)
    need.change(answer_due_at=due_at, owner_id=owner_id)
    # Who wanted no help and now does waits anew: an ended duty of this opening is not reopened.
    task = duties.follow(
        actor=actor, client=client, kind=duties.NEED, row=need, owner_id=owner_id, due_at=due_at,
        now=now,
    )  # fmt: skip
    if task.closed_at is not None:
        duties.follow(
            actor=actor, client=client, kind=duties.NEED, row=need, owner_id=owner_id,
            due_at=due_at, now=now, origin=f"{duties.origin_of(duties.NEED, need)}:{need.version}",
        )  # fmt: skip


def _source_of(actor: Actor) -> str:
    return Source.PHONE if actor.kind == CLIENT else Source.STAFF


def _note(
    actor: Actor,
    need: Need,
    what: str,
    source: str,
    now: datetime,
    *,
    note: str = "",
    ref: str = "",
) -> None:
    NeedEvent.objects.create(
        client_id=need.client_id,
        site_id=need.site_id,
        need=need,
        what=what,
        source=source,
        source_ref=ref[:80],
        wants=need.wants,
        severity=need.severity,
        note=note.strip()[:600],
        at=now,
        by_id=actor.worker_id,
    )
