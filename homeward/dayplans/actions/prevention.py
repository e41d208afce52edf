"""The plan against going back to use: written by the client or together, made theirs by a press."""

import hashlib
import json
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.dayplans.models import PreventionPlan
from homeward.dayplans.reaching import SERVICE, client_for, hold, oneself, purpose_of
from homeward.dayplans.refusals import PreventionChangedSince, PreventionIncomplete
from homeward.dayplans.rules.prevention import SECTIONS, Parts, problems, trimmed
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.safety.rules.plan import Line

State = PreventionPlan.State


def parts_of(stored: Any) -> dict[str, tuple[Line, ...]]:
    """The sections of a stored plan, in their order."""
    stored = stored or {}
    return {
        code: tuple(Line(each["text"], each.get("phone", "")) for each in stored[code])
        for code in SECTIONS
        if stored.get(code)
    }


def content_hash(parts: Parts) -> str:
    """SHA-256 over the sections in their order: what exactly somebody made theirs."""
    text = json.dumps(_stored(parts), separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@action
def keep_prevention_plan(
    *,
    actor: Actor,
    client_id: UUID,
    parts: Parts,
    now: datetime,
    expected_version: int | None = None,
) -> PreventionPlan:
    """Keep what was written so far as the open version; what is missing may be missing still.

    `expected_version` is that of the open version that was read; 0 where there was none, so that
    nobody writes over one begun meanwhile. Raises PreventionIncomplete for what is too long,
    StaleVersion; Client.DoesNotExist out of reach.
    """
    client = client_for(actor, client_id, RecordClass.ASSESSMENT)
    kept = trimmed(parts)
    if faults := [code for code in problems(kept) if not code.startswith("prevention_needs_")]:
        raise PreventionIncomplete(*faults)
    hold(client)
    rows = _rows(client.pk)
    draft = rows.filter(state=State.DRAFT).first()
    if draft is not None:
        expect_version(draft, expected_version)
        draft.change(parts=_stored(kept), written_at=now, written_by_id=actor.worker_id)
    else:
        newest = rows.order_by("-number").first()
        draft = PreventionPlan.objects.create(
            client=client, site_id=client.site_id, number=newest.number + 1 if newest else 1,
            parts=_stored(kept), written_at=now, written_by_id=actor.worker_id,
        )  # fmt: skip
    audit.record("dayplans.prevention.kept", actor=actor, subject=draft, at=now)
    return draft  # type: ignore[no-any-return]


@action
def sign_prevention_plan(
    *, actor: Actor, plan_id: UUID, read_hash: str, now: datetime
) -> PreventionPlan:
    """The client presses: this is my plan. The version before is kept beside it.

    Raises PreventionIncomplete, PreventionChangedSince; PreventionPlan.DoesNotExist for what is
    not open or not theirs.
    """
    client = oneself(actor, RecordClass.ASSESSMENT)
    own: Any = PreventionPlan.objects.for_actor(actor, purpose_of(actor), to=Access.WRITE)
    plan: PreventionPlan = own.select_for_update(of=("self",)).get(
        pk=plan_id, client_id=client.pk, state=State.DRAFT
    )
    parts = parts_of(plan.parts)
    if faults := problems(parts):
        raise PreventionIncomplete(*faults)
    digest = content_hash(parts)
    if digest != read_hash:
        raise PreventionChangedSince
    for row in _rows(client.pk).filter(state=State.ACTIVE):
        row.change(state=State.SUPERSEDED, superseded_at=now)
    plan.change(
        state=State.ACTIVE, signed_at=now, signed_name=actor.name[:120], content_hash=digest
    )
    audit.record("dayplans.prevention.signed", actor=actor, subject=plan, at=now)
    return plan


def _rows(client_id: UUID) -> Any:
    rows = PreventionPlan.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    return rows.select_for_update(of=("self",)).filter(client_id=client_id)


def _stored(parts: Parts) -> dict[str, list[dict[str, str]]]:
    return {
        code: [
            {"text": each.text, "phone": each.phone} if each.phone else {"text": each.text}
            for each in lines
        ]
        for code, lines in trimmed(parts).items()
    }
