"""Rows of events, steps, notes, searches and restrictions for the access matrix."""

from datetime import timedelta
from typing import Any

from homeward.conduct.models import (
    Appeal,
    BelongingsSearch,
    ConductEvent,
    ConductNote,
    ContactRestriction,
    FoundItem,
    ResponseStep,
    RulesEdition,
    Visit,
    Witness,
)
from homeward.kernel.reasons import Decision
from homeward.testing.stage import NOON, Cast

ALLOWED = Decision("allow", "conduct.ladder", "1").to_json()
RULES = "# Rules\n## We agree\n[respect] With respect.\n"


def add_conduct(cast: Cast, rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """One of everything the conduct room keeps about this client, and a visitor of the house."""
    by = subject.counselor
    edition, _made = RulesEdition.objects.get_or_create(
        program=cast.program, number=1,
        defaults={"english": RULES, "spanish": RULES, "made_at": NOON, "published_at": NOON},
    )  # fmt: skip
    rows["conduct_event"] = event = ConductEvent.objects.create(
        **about, episode=subject.episode, kind="disruption", at=NOON, by=by, recorded_at=NOON,
        words=subject.canary("notes"), rule_code="respect", edition=edition,
    )  # fmt: skip
    rows["conduct_step"] = step = ResponseStep.objects.create(
        **about, event=event, rung="conversation", at=NOON, by=by, decision=ALLOWED,
        words=subject.canary("assessment"),
    )  # fmt: skip
    rows["conduct_appeal"] = Appeal.objects.create(
        **about, step=step, told=subject.canary("consents"), words=subject.canary("consents"),
        filed_at=NOON, answer_by=NOON.date() + timedelta(days=7),
    )  # fmt: skip
    rows["conduct_note"] = ConductNote.objects.create(
        **about, kind="conduct", on=NOON.date(), at=NOON, by=by, rule_code="respect",
        edition=edition, words=subject.canary("notes"),
    )  # fmt: skip
    search = BelongingsSearch.objects.create(
        **about, at=NOON, ground="everyone_today", is_declined=True, by=by, decision=ALLOWED,
        told=subject.canary("schedule"),
    )  # fmt: skip
    rows["found_item"] = FoundItem.objects.create(
        **about, kind="sharp_or_tool", words=subject.canary("schedule"), secured_at=NOON,
        secured_where="Locker", by=by, due_at=NOON,
    )  # fmt: skip
    rows["conduct_witness"] = Witness.objects.create(
        **about, search=search, worker=by, asked_at=NOON
    )
    rows["contact_restriction"] = ContactRestriction.objects.create(
        **about, between="contact", visitor="Somebody Else", reach="site", ask=by, by=by, at=NOON,
        starts_on=NOON.date(), review_on=NOON.date() + timedelta(days=9), decision=ALLOWED,
        reason=subject.canary("assessment"),
    )  # fmt: skip
    rows["guest"], _made = Visit.objects.get_or_create(
        site=subject.site, badge="1", out_at=None,
        defaults={
            "name": "A visitor", "purpose": "other", "host": by, "promised_at": NOON,
            "in_at": NOON, "by": by,
        },
    )  # fmt: skip
