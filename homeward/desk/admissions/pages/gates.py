"""What the gates say, and the holds they opened, in words."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.admissions.models import Hold
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.desk.admissions.choices import HOLD_ENDINGS, HOLDS, SEVERITIES, words_of
from homeward.desk.admissions.times import when
from homeward.kernel.reasons import Decision, Evidence, Reason, decision_from_json
from homeward.kernel.records import RecordClass

TONES = {
    "emergency_services": "urgent",
    "not_here": "urgent",
    "medical_evaluation_today": "urgent",
    "repeat_ciwa": "attention",
    "ask_first": "attention",
    "clear": "done",
}
VITALS = {
    "pulse": gettext_lazy("pulse %s"),
    "systolic": gettext_lazy("blood pressure %s"),
    "temperature_f": gettext_lazy("temperature %s °F"),
    "oxygen": gettext_lazy("oxygen %s %%"),
}


@dataclass(frozen=True, slots=True)
class GateStanding:
    """The outcome in words, what must be done, and every line with why."""

    title: str
    tone: str
    lines: tuple[str, ...]
    decision: Decision
    is_emergency: bool

    @classmethod
    def of(cls, decision: Decision) -> "GateStanding":
        """A decision of the gates as a page shows it."""
        extras = decision.extras
        lines = [
            f"{HOLDS.get(each['kind'], each['kind'])}: {SEVERITIES[each['severity']]}"
            for each in extras["holds"]
        ]
        if extras["repeat_at"]:
            at = when(datetime.fromisoformat(extras["repeat_at"]))
            lines.append(
                _("This score clears nobody. Take CIWA-Ar again at %(when)s.") % {"when": at}
            )
        if "buprenorphine_today" in extras["offers"]:
            lines.append(_("Offer buprenorphine today. Opioid withdrawal holds nobody."))
        if "naloxone" in extras["offers"]:
            lines.append(_("Give naloxone today."))
        lines.append(cut_words(str(extras["cut_points"])))
        return cls(
            title=str(SEVERITIES[decision.outcome]),
            tone=TONES[decision.outcome],
            lines=tuple(lines),
            decision=in_words(decision),
            is_emergency=decision.outcome == "emergency_services",
        )


@dataclass(frozen=True, slots=True)
class Repeat:
    """CIWA-Ar is to be taken again: when, and where. Withdrawal may still come, cleared or not."""

    words: str
    tone: str
    act: Act

    @classmethod
    def of(cls, due_at: datetime | None, url: str, now: datetime) -> "Repeat | None":
        """None when no repeat is due."""
        if due_at is None:
            return None
        words = (
            _("Withdrawal may still come. CIWA-Ar was to be taken again at %(when)s.")
            if due_at < now
            else _("Withdrawal may still come. CIWA-Ar is to be taken again at %(when)s.")
        )
        return cls(
            words % {"when": when(due_at)},
            "urgent" if due_at < now else "attention",
            Act(_("Take CIWA-Ar again"), url, "primary"),
        )


@dataclass(frozen=True, slots=True)
class HoldCard:
    """One hold: what holds, since when, whose it is, and how it may end or ended."""

    title: str
    severity: str
    tone: str
    is_open: bool
    since: str
    owner: str
    evidence: str
    decision: Decision
    acts: tuple[Act, ...]

    @classmethod
    def of(cls, actor: Actor, hold: Hold) -> "HoldCard":
        """A hold as the reader may see and answer it."""
        is_open = hold.released_at is None
        acts = []
        if is_open and hold.kind != Hold.Kind.AGE and may(
            actor.roles, RecordClass.MEDICAL, Access.WRITE
        ):  # fmt: skip
            acts.append(
                Act(
                    _("Release"),
                    reverse("desk:admissions_release", args=[hold.pk]),
                    "primary",
                    about=str(HOLDS[hold.kind]),
                )
            )
        if hold.referral_id and may(actor.roles, RecordClass.ASSESSMENT, Access.READ):
            url = reverse("desk:referral", args=[hold.referral_id])
            acts.append(Act(_("Hand-off to withdrawal care"), url))
        return cls(
            title=str(HOLDS.get(hold.kind, hold.kind)),
            severity=str(SEVERITIES[hold.severity]) if is_open else _("released"),
            tone=TONES[hold.severity] if is_open else "done",
            is_open=is_open,
            since=_since(hold),
            owner=_owner(hold),
            evidence="" if is_open else hold.evidence,
            decision=in_words(decision_from_json(hold.decision)),
            acts=tuple(acts),
        )


def _since(hold: Hold) -> str:
    if hold.released_at is None:
        return _("since %(opened)s · due %(due)s · %(cuts)s") % {
            "opened": when(hold.opened_at),
            "due": when(hold.due_at),
            "cuts": cut_words(hold.cut_points),
        }
    return _("%(ending)s · examined %(seen)s · released %(when)s by %(name)s") % {
        "ending": words_of(HOLD_ENDINGS, hold.ending),
        "seen": when(hold.examined_at),
        "when": when(hold.released_at),
        "name": hold.released_by.name if hold.released_by else "",
    }


def _owner(hold: Hold) -> str:
    if hold.released_at is not None:
        return ""
    if hold.owner is None:
        return _("Nobody of the medical staff is named: call the director.")
    return _("%(name)s answers for it; a physician or nurse releases it.") % {
        "name": hold.owner.name
    }


def cut_words(code: str) -> str:
    """Which publication's cut-points were in force."""
    known = {
        "asam_2020": _("CIWA-Ar cut-points: ASAM 2020 (10 and 19)"),
        "review_8_16": _("CIWA-Ar cut-points: published review (8 and 16)"),
    }
    _name, _sep, cuts = code.partition("_")
    return known.get(code) or _("CIWA-Ar cut-points of this program (%(cuts)s)") % {
        "cuts": cuts.replace("_", _(" and "))
    }


def in_words(decision: Decision) -> Decision:
    """The same decision with measured values in words."""
    return replace(decision, reasons=tuple(_line(each) for each in decision.reasons))


def _line(reason: Reason) -> Reason:
    shown = tuple(_evidence(each) for each in reason.evidence if each.kind != "birth_date")
    return replace(reason, evidence=shown)


def _evidence(evidence: Evidence) -> Evidence:
    if evidence.kind != "vital_sign":
        return evidence
    name, _sep, value = evidence.text.partition(" ")
    words: Any = VITALS.get(name, "%s")
    return replace(evidence, text=str(words) % value)
