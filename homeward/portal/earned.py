"""What you earn: the next step in plain words, what was earned, and the draw to check."""

import json
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from homeward.core.components import Fact
from homeward.incentives import texts
from homeward.incentives.actions.courses import paper_for, signed_words
from homeward.incentives.agreeing import agreeing_for
from homeward.incentives.ledger import owed_to, used_by
from homeward.incentives.models import Entry, Posting, Turn
from homeward.incentives.queries import (
    course_of,
    has_taken_part,
    in_force,
    is_on,
    postings_of,
    present_turns,
    promise_for,
    terms_of,
    turns_of,
)
from homeward.incentives.rules import course
from homeward.incentives.rules.cents import dollars
from homeward.incentives.rules.terms import PRIZE, Terms
from homeward.kernel.purposes import Purpose
from homeward.portal.own import Own


@dataclass(frozen=True, slots=True)
class EarnedLine:
    """One thing that was counted."""

    title: str
    sub: str
    earned: str
    draw: str = ""


@dataclass(frozen=True, slots=True)
class EarnedPage:
    """What the page prints; the paper where the client can say yes and has not."""

    is_in: bool
    ahead: str
    also: tuple[str, ...]
    to_come: str
    lines: tuple[EarnedLine, ...]
    given: tuple[Fact, ...]
    rules: tuple[str, ...]
    promise: str
    paper: str
    signed: str
    signed_on: str
    guardian: str
    asks_guardian: bool

    @property
    def digest(self) -> str:
        """The fingerprint of the paper as it is shown; empty without one."""
        return texts.digest(self.paper) if self.paper else ""

    @classmethod
    def of(cls, own: Own) -> "EarnedPage":
        """As it stands now."""
        row = course_of(own.client.pk)
        history = turns_of(own.actor, own.client.pk, Purpose.CLIENT_REQUEST)
        ahead, also, rules, promise, paper = "", [], (), "", ""
        if row is not None:
            terms = terms_of(row.protocol)
            turns = present_turns(row)
            told = course.next_amount(
                terms, [turn.outcome for turn in turns], used_by(own.client.pk, own.today)
            )
            ahead, also = _ahead(terms, told.extras)
            language = texts.language_for((get_language() or "en")[:2])
            rules = texts.in_words(language, terms, row.protocol.target)
            held = promise_for(row, len(turns) + 1)
            promise = held.commitment if held else ""
        elif own.episode is not None:
            protocol = in_force(own.episode.program_id, own.today)
            paper = paper_for(own.client, protocol) if protocol else ""
        owed = owed_to(own.client.pk)
        return cls(
            is_in=row is not None,
            ahead=ahead,
            also=tuple(also),
            to_come=_to_come(owed) if owed else "",
            lines=tuple(_line(turn) for turn in history),
            given=tuple(_given(own)),
            rules=rules,
            promise=promise,
            paper=paper,
            signed=signed_words(row) if row is not None else "",
            signed_on=date_format(own.at_wall(row.signed_at), "j F Y") if row is not None else "",
            guardian=row.guardian_name if row is not None else "",
            asks_guardian=bool(paper) and agreeing_for(own.client, own.now).asks_guardian,
        )


@dataclass(frozen=True, slots=True)
class EarnedToday:
    """What the first page says of it: the next step and what lies ready, or that there is such."""

    lines: tuple[str, ...]

    @classmethod
    def of(cls, own: Own) -> "EarnedToday | None":
        """None where nothing is adopted, or it is neither open to this client nor theirs."""
        if not is_on():
            return None
        row, owed = course_of(own.client.pk), owed_to(own.client.pk)
        lines = []
        if row is not None:
            terms = terms_of(row.protocol)
            history = [turn.outcome for turn in present_turns(row)]
            told = course.next_amount(terms, history, used_by(own.client.pk, own.today))
            lines.append(_ahead(terms, told.extras)[0])
        elif not owed and not shows(own):
            return None
        lines += [_to_come(owed)] if owed else []
        return cls(tuple(lines))


def _to_come(owed: int) -> str:
    return _("You have $%(sum)s to pick up.") % {"sum": dollars(owed)}


def shows(own: Own) -> bool:
    """Whether there is such a page for this client: adopted, and open to them or theirs before."""
    if not is_on():
        return False
    if has_taken_part(own.client.pk):
        return True
    return own.episode is not None and in_force(own.episode.program_id, own.today) is not None


def _ahead(terms: Terms, told: Any) -> tuple[str, list[str]]:
    also = []
    cents, draws, back = int(told["cents"]), int(told["draws"]), int(told["back"])
    if not cents:
        ahead = _("The next one counts. You are at the top of what the rule allows for now.")
    elif terms.kind == PRIZE:
        ahead = ngettext(
            "The next one brings %(n)s draw.", "The next one brings %(n)s draws.", draws
        ) % {"n": draws}  # fmt: skip
    else:
        ahead = _("The next one brings $%(sum)s.") % {"sum": dollars(cents)}
    if told["streak"]:
        also.append(
            ngettext("You have %(n)s in a row.", "You have %(n)s in a row.", told["streak"])
            % {"n": told["streak"]}
        )
    if back:
        also.append(
            ngettext(
                "After %(n)s more you are back where you were.",
                "After %(n)s more in a row you are back where you were.", back,
            ) % {"n": back}
        )  # fmt: skip
    return ahead, also


def _line(turn: Turn) -> EarnedLine:
    kinds = {"test": _("Test"), "session": _("Session"), "activity": _("Step you agreed on")}
    said = {
        "met": _("It counts."),
        "unmet": _("It did not count. The next one starts at the first step."),
        "missed": _("It did not take place. The next one starts at the first step."),
        "excused": _("You were excused. Nothing changes."),
    }
    title = turn.what or kinds.get(turn.origin.partition(":")[0], "")
    draw = ""
    if turn.draw:
        draw = json.dumps(turn.draw, indent=1)
    return EarnedLine(
        title, f"{date_format(turn.on, 'j F')} · {said[turn.outcome]}",
        f"${dollars(turn.cents)}" if turn.cents else "", draw,
    )  # fmt: skip


def _given(own: Own) -> list[Fact]:
    """What was handed over or changed by two people, the newest first."""
    kinds = {
        "hand_over": _("Given to you"), "correct": _("Put right"), "void": _("Taken off"),
    }  # fmt: skip
    facts = []
    for row in postings_of(own.actor, own.client.pk, Purpose.CLIENT_REQUEST, with_people=False):
        if row.kind == Posting.Kind.EARN:
            continue
        cents = -sum(each.cents for each in row.entries.all() if each.account == Entry.Account.OWED)
        sign = "" if row.kind == Posting.Kind.HAND_OVER or cents >= 0 else "−"
        day = date_format(own.at_wall(row.at), "j F")
        facts.append(Fact(f"{day} · {kinds[row.kind]}", f"{sign}${dollars(abs(cents))}"))
    return facts
