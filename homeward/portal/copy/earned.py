"""What was earned, in the copy: each turn as it stands, and what was posted about the client.

FHIR R4 has no resource for it; the copy for others carries one document in JSON, whose fields
stand in docs/domain/incentives.md.
"""

import base64
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.incentives.models import Enrolment, Entry, Posting, Turn
from homeward.incentives.rules.cents import dollars
from homeward.portal.copy.parts import Part

FORMAT = "homeward-earned-1"


@dataclass(frozen=True, slots=True)
class Earned:
    """The rows, oldest first; a turn that was counted anew in its newest form."""

    courses: tuple[Enrolment, ...]
    turns: tuple[Turn, ...]
    postings: tuple[Posting, ...]

    @classmethod
    def of(cls, rows: Callable[..., Any]) -> "Earned":
        """`rows` reads one model in the person's own scope."""
        return cls(
            courses=tuple(rows(Enrolment, "signed_at").select_related("protocol")),
            turns=tuple(rows(Turn, "counted_at", "number", superseded_by=None)),
            postings=tuple(rows(Posting, "at").prefetch_related("entries")),
        )


def owed_by(row: Posting) -> int:
    """How a posting changed what is owed to the client, in cents."""
    return -sum(each.cents for each in row.entries.all() if each.account == Entry.Account.OWED)


def parts(earned: Earned) -> tuple[Part, ...]:
    """In words."""
    outcomes = {
        "met": _("It counts."), "unmet": _("It did not count."),
        "missed": _("It did not take place."), "excused": _("You were excused."),
    }  # fmt: skip
    whats = {"test": _("Test"), "session": _("Session"), "activity": _("Step you agreed on")}
    kinds = {
        "earn": _("Earned"), "hand_over": _("Given to you"), "correct": _("Put right"),
        "void": _("Taken off"),
    }  # fmt: skip
    return (
        Part(
            _("What you earn: what was counted"),
            (_("Day"), _("What"), _("How it counted"), _("Earned")),
            tuple(
                (
                    _day(row.on), row.what or whats.get(row.origin.partition(":")[0], ""),
                    outcomes[row.outcome], _money(row.cents) if row.cents else "",
                )
                for row in earned.turns
            ),
        ),
        Part(
            _("What you earn: what was earned and given"),
            (_("Day"), _("What"), _("More to pick up, or less")),
            tuple(
                (_day(row.on), kinds.get(row.kind, row.kind), _money(owed_by(row)))
                for row in earned.postings
            ),
        ),
    )  # fmt: skip


def resources(
    earned: Earned, made: Callable[..., dict[str, Any]], subject: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """One document for each course, with its turns; the last one carries the postings."""
    for course in earned.courses:
        turns = [row for row in earned.turns if row.enrolment_id == course.pk]
        told = {
            "format": FORMAT,
            "counts": course.protocol.target,
            "terms": course.protocol.terms,
            "signed_at": course.signed_at.isoformat(),
            "ended_at": course.ended_at.isoformat() if course.ended_at else None,
            "course": course.token,
            "turns": [
                {
                    "number": row.number, "on": row.on.isoformat(), "outcome": row.outcome,
                    "cents": row.cents, "draw": row.draw,
                }
                for row in turns
            ],
            "postings": [
                {"kind": row.kind, "on": row.on.isoformat(), "cents": owed_by(row)}
                for row in earned.postings
            ]
            if course is earned.courses[-1]
            else [],
        }  # fmt: skip
        data = base64.b64encode(json.dumps(told, ensure_ascii=False).encode()).decode()
        yield made(
            "DocumentReference", course.pk,
            status="current", type={"text": "incentives"}, subject=subject,
            date=course.signed_at.isoformat(),
            content=[{"attachment": {"contentType": "application/json", "data": data}}],
        )  # fmt: skip


def _money(cents: int) -> str:
    return f"{'−' if cents < 0 else ''}${dollars(abs(cents))}"


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
