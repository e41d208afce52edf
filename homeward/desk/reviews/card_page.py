"""One card with its eight parts, what the rules suggest, and what followed from the decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core import evidence_links
from homeward.core.actors import Actor
from homeward.core.components import Fact
from homeward.core.reasons_words import words_for
from homeward.coverage.words import STATES
from homeward.kernel.reasons import Reason, State
from homeward.progress import words, words_of_reviews
from homeward.progress.card import Part, parts_of
from homeward.progress.models import LevelReview
from homeward.progress.payer_answers import answers_of
from homeward.progress.review_queries import at_wall, denials_of, effects_of
from homeward.progress.review_records import LevelDenial, ReviewEffect

MARKS = {
    State.MET: (gettext_lazy("good"), "done"),
    State.NOT_MET: (gettext_lazy("look"), "attention"),
    State.UNKNOWN: (gettext_lazy("note"), "neutral"),
}

EFFECT_TONES = {"done": "done", "opened": "info", "nothing": "neutral", "stuck": "attention"}


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line of a part: what it says, how it stands, and where it can be read."""

    words: str
    mark: str
    tone: str
    links: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, line: Reason) -> "LineShown":
        """In words, with an address for each piece of evidence that has a page."""
        mark, tone = MARKS[line.state]
        links = tuple(
            (each.text or _("source"), address)
            for each in line.evidence
            if (address := evidence_links.link_for(each))
        )
        return cls(words_for(line.code, line.detail), str(mark), tone, links)


@dataclass(frozen=True, slots=True)
class PartShown:
    """One part: its title, its lines, or why it has none."""

    code: str
    title: str
    lines: tuple[LineShown, ...]
    missing: str

    @classmethod
    def of(cls, part: Part) -> "PartShown":
        """In words."""
        return cls(
            part.code,
            str(words_of_reviews.PARTS[part.code]),
            tuple(LineShown.of(line) for line in part.lines),
            str(words_of_reviews.MISSING["closed" if part.is_closed else part.code]),
        )


def parts_shown(
    actor: Actor, review: LevelReview, now: datetime, weeks: int
) -> tuple[tuple[PartShown, ...], tuple[PartShown, ...]]:
    """The eight parts in two columns, in the order a team reads them."""
    found = [
        PartShown.of(part)
        for part in parts_of(
            actor, review.episode, now, weeks, is_signed=review.decided_at is not None
        )
    ]
    return tuple(found[0::2]), tuple(found[1::2])


@dataclass(frozen=True, slots=True)
class EffectShown:
    """One thing that followed."""

    what: str
    words: str
    state: str
    tone: str
    url: str


def effects_shown(actor: Actor, review: LevelReview) -> tuple[EffectShown, ...]:
    """What followed from the decision, in the order it is read."""
    return tuple(_effect(row) for row in effects_of(actor, review))


def _effect(row: ReviewEffect) -> EffectShown:
    return EffectShown(
        str(words_of_reviews.EFFECTS[row.code]),
        _effect_words(row),
        str(words_of_reviews.EFFECT_STATES[row.state]),
        EFFECT_TONES[row.state],
        _effect_url(row),
    )


EFFECT_WORDS = {
    ("stays", ""): gettext_lazy("Level %(level)s"),
    ("discharge", ""): gettext_lazy("The counselor writes the summary and books what comes after."),
    ("step_withdrawn", ""): gettext_lazy("To %(after)s on %(on)s: does not happen any more"),
    ("phase", ""): gettext_lazy(
        "%(before)s, level %(level_before)s → %(after)s, level %(level)s from %(on)s"
    ),
    ("weekly_need", ""): gettext_lazy(
        "%(before)g → %(after)g hours from %(on)s; the planned week reads it"
    ),
    ("tests", ""): gettext_lazy("%(before)s → %(after)s from %(on)s; the draw reads it"),
    ("timetable", "nothing"): gettext_lazy("Every standing seat fits the new phase."),
    ("timetable", ""): gettext_lazy("End on %(on)s: %(groups)s"),
    ("hand_off", "opened"): gettext_lazy("%(at)s with %(with)s, not confirmed there yet"),
    ("hand_off", ""): gettext_lazy("%(at)s with %(with)s, booked"),
    ("authorization", ""): gettext_lazy("Level %(before)s → %(after)s from %(on)s"),
    ("transfer", ""): gettext_lazy("To level %(level)s %(to)s"),
    ("plan_review", "nothing"): gettext_lazy("No plan is in force."),
    ("plan_review", ""): gettext_lazy("Due by %(by)s"),
    ("consents", ""): gettext_lazy("%(count)s end within %(days)s days"),
}


def _effect_words(row: ReviewEffect) -> str:
    told = {**row.detail, "on": _day(row.detail.get("on")), "by": _instant(row, "by", "D j M"),
            "at": _instant(row, "at", "D j M Y, H:i")}  # fmt: skip
    text = EFFECT_WORDS.get((row.code, row.state)) or EFFECT_WORDS.get((row.code, ""), "")
    return str(text) % told


def _effect_url(row: ReviewEffect) -> str:
    match row.code:
        case "timetable":
            return reverse("desk:chart_schedule", args=[row.client_id])
        case "plan_review":
            return reverse("desk:chart_plan", args=[row.client_id])
        case "consents":
            return reverse("desk:chart_consents", args=[row.client_id])
        case "discharge":
            return reverse("desk:discharge", args=[row.client_id])
        case "transfer" if "transfer" in row.detail:
            return reverse("desk:transfer", args=[row.detail["transfer"]])
    return ""


def _day(text: Any) -> str:
    found = parse_date(text) if isinstance(text, str) else None
    return date_format(found, "D j M") if found else ""


def _instant(row: ReviewEffect, name: str, shape: str) -> str:
    found = parse_datetime(str(row.detail.get(name, "")))
    return date_format(at_wall(found, row.site.time_zone), shape) if found else ""


def answers_shown(review: LevelReview) -> tuple[Fact, ...]:
    """What payers answered while the team decided: nothing before it has signed."""
    if review.decided_at is None:
        return ()
    return tuple(
        Fact(row.coverage.payer.name, f"{STATES[row.state]} · {row.level_code}")
        for row in answers_of(review)
    )


@dataclass(frozen=True, slots=True)
class DenialLine:
    """A payer's no beside the decision."""

    words: str
    url: str
    tone: str


def denials_shown(actor: Actor, review: LevelReview) -> tuple[DenialLine, ...]:
    """Each no to this decision, with what became of it; hidden until the team has signed."""
    if review.decided_at is None:
        return ()
    return tuple(_denial(row) for row in denials_of(actor, review))


def _denial(row: LevelDenial) -> DenialLine:
    state = words_of_reviews.DENIAL_STATES[row.state]
    return DenialLine(
        _("%(payer)s said no to level %(level)s: %(state)s")
        % {"payer": row.payer_name, "level": row.recommended_level, "state": state},
        reverse("desk:denial", args=[row.pk]),
        "attention" if row.state == LevelDenial.State.OPEN else "neutral",
    )


def table_words(participants: Iterable[dict[str, str]]) -> str:
    """Who sat there, each with what they held that day."""
    return ", ".join(
        f"{each['name']}, {each['credential']}" if each.get("credential") else each["name"]
        for each in participants
    )


def level_facts(review: LevelReview) -> list[Fact]:
    """Recommended and provided, and why they differ."""
    if not review.recommended_level:
        return []
    facts = [Fact(_("Level recommended"), review.recommended_level)]
    if review.provided_level != review.recommended_level:
        why = str(words_of_reviews.LEVEL_REASONS.get(review.level_reason, ""))
        facts.append(Fact(_("Level provided"), f"{review.provided_level} · {why}"))
    return facts


def rating_facts(review: LevelReview) -> list[Fact]:
    """The ratings that were signed."""
    if not review.ratings:
        return []
    told = " · ".join(f"{number}: {value}" for number, value in sorted(review.ratings.items()))
    state = _("rated now") if review.are_ratings_new else _("stand as before")
    return [Fact(_("Ratings"), f"{told} ({state})")]


def raced_words(by: str, outcome: str, at: datetime | None, zone: str) -> str:
    """Somebody decided it meanwhile: who, what, when."""
    when = date_format(at_wall(at, zone), "H:i") if at else ""
    return _("%(by)s signed “%(what)s” at %(when)s. Nothing of yours was kept.") % {
        "by": by, "what": words.OUTCOMES.get(outcome, outcome), "when": when,
    }  # fmt: skip
