"""What was assessed and decided, in the copy: interviews, diagnoses, placement, plan reviews.

Only what somebody signed or decided. Answers on safety at home and on trauma stay inside the care
team, as in the questionnaires (instruments handbook section 5.10); that they do is said.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.assessments.models import Addendum, Assessment
from homeward.assessments.refusal_words import REMISSIONS, SEVERITIES
from homeward.core.reasons_words import words_for
from homeward.kernel.reasons import Reason, State, decision_from_json
from homeward.placement.models import Placement
from homeward.placement.refusal_words import DISCREPANCIES
from homeward.placement.words import DIMENSIONS, LEVELS, RATINGS
from homeward.plans.models import PlanReview
from homeward.portal.copy.parts import Part, Text
from homeward.portal.plan import STATES as STEP_WORDS

KEPT_INSIDE = frozenset(
    {"home.safety", "home.plan", "contact.safe", "contact.safe_words", "trauma.exposed",
     "trauma.care"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Assessed:
    """The rows, oldest first."""

    interviews: tuple[Assessment, ...]
    addenda: dict[UUID, tuple[Addendum, ...]]
    placements: tuple[Placement, ...]
    reviews: tuple[PlanReview, ...]

    @classmethod
    def of(cls, rows: Callable[..., Any]) -> "Assessed":
        """`rows` reads one model in the person's own scope."""
        addenda: dict[UUID, tuple[Addendum, ...]] = {}
        for row in rows(Addendum, "at").select_related("author"):
            addenda[row.assessment_id] = (*addenda.get(row.assessment_id, ()), row)
        return cls(
            interviews=tuple(
                rows(Assessment, "signed_at", signed_at__isnull=False).select_related("signed_by")
            ),
            addenda=addenda,
            placements=tuple(
                rows(Placement, "decided_at", decided_at__isnull=False)
                .select_related("decided_by")
            ),
            reviews=tuple(rows(PlanReview, "at").select_related("by", "plan")),
        )  # fmt: skip


def parts(assessed: Assessed, zone: ZoneInfo) -> tuple[Part, ...]:
    """In words."""
    return (
        Part(_("Interviews"), texts=tuple(_interviews(assessed, zone))),
        Part(
            _("Diagnoses"),
            (_("Day"), _("What it is called"), _("Code")),
            tuple(line for row in assessed.interviews for line in _diagnoses(row, zone)),
        ),
        Part(
            _("Which care fits: what was found"),
            texts=tuple(_placement(row, zone) for row in assessed.placements),
        ),
        Part(
            _("Plan reviews"), texts=tuple(_review(row, zone) for row in assessed.reviews)
        ),
    )  # fmt: skip


def _interviews(assessed: Assessed, zone: ZoneInfo) -> Iterator[Text]:
    for row in assessed.interviews:
        lines: list[str] = []
        is_cut = False
        for domain in _content(row).get("domains", ()):
            open_answers = [each for each in domain["answers"]
                            if each["question"] not in KEPT_INSIDE]  # fmt: skip
            is_cut = is_cut or len(open_answers) < len(domain["answers"])
            if open_answers:
                lines += ["", domain["title"]]
                lines += [f"  {each['words']}: {each['says']}" for each in open_answers]
        lines += [
            "\n"
            + _("Added on %(day)s by %(name)s: %(words)s")
            % {"day": _at(added.at, zone), "name": added.author.name, "words": added.body}
            for added in assessed.addenda.get(row.pk, ())
        ]
        if is_cut:
            lines += ["", _("Your care team keeps some of it. Ask them for it.")]
        signed = _("signed by %(name)s, %(credential)s, %(at)s") % {
            "name": row.signed_by.name if row.signed_by else "",
            "credential": row.credential,
            "at": _at(row.signed_at, zone),
        }
        yield Text(_("The long talk at the start"), signed, "\n".join(lines).strip())


def _diagnoses(row: Assessment, zone: ZoneInfo) -> Iterator[tuple[str, ...]]:
    for each in _content(row).get("diagnoses", ()):
        known = each.get("extras", {})
        parts_of_it = (
            known.get("name"),
            SEVERITIES.get(known.get("severity", "")),
            REMISSIONS.get(known.get("remission", "")),
        )
        name = ", ".join(str(part) for part in parts_of_it if part)
        yield _at(row.signed_at, zone), name, each["outcome"]


def _content(row: Assessment) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(row.content or "{}")
    return found


def _placement(row: Placement, zone: ZoneInfo) -> Text:
    levels, names = LEVELS.get(row.edition, {}), DIMENSIONS.get(row.edition, {})

    def level(code: str) -> str:
        return f"{code} {levels.get(code, '')}".strip()

    lines = [
        _("Level that fits: %(level)s") % {"level": level(row.indicated_level)},
        _("Level you got: %(level)s") % {"level": level(row.provided_level)},
    ]
    if row.discrepancy:
        why = [str(DISCREPANCIES.get(row.discrepancy, "")), row.discrepancy_note]
        lines.append(_("Why another level: %(why)s") % {"why": ". ".join(filter(None, why))})
    if row.client_view:
        lines.append(_("What you said: %(words)s") % {"words": row.client_view})
    for key, rating in sorted(row.ratings.items()):
        number = int(key)
        told = f"{names.get(number, number)}: {rating} {RATINGS.get(rating, '')}".strip()
        lines.append(". ".join(filter(None, (told, row.narratives.get(key, "")))))
    if row.suggestion:
        grounds = decision_from_json(row.suggestion).lines(State.MET)
        lines += [_ground(each) for each in grounds]
    return Text(
        _("Decided on %(day)s") % {"day": _at(row.decided_at, zone)},
        row.decided_by.name if row.decided_by else "",
        "\n".join(lines),
    )


def _ground(each: Reason) -> str:
    return str(words_for(each.code, each.detail))


def _review(row: PlanReview, zone: ZoneInfo) -> Text:
    lines = [
        f"{number} {STEP_WORDS.get(state, (state,))[0]}"
        for number, state in sorted(row.objective_states.items())
    ]
    lines += [row.summary]
    if row.stay_words:
        lines.append(row.stay_words)
    if row.client_view:
        lines.append(_("What you said: %(words)s") % {"words": row.client_view})
    return Text(
        _("Plan %(number)s") % {"number": row.plan.number},
        f"{_at(row.at, zone)} · {row.by.name}",
        "\n".join(lines),
    )


def _at(instant: datetime | None, zone: ZoneInfo) -> str:
    return date_format(instant.astimezone(zone), "DATETIME_FORMAT") if instant else ""
