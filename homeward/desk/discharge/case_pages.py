"""What the page of an administrative case prints."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.components import Act, Fact
from homeward.desk.discharge.case_forms import FORMS
from homeward.kernel.reasons import Decision
from homeward.progress import words
from homeward.progress.administrative import AdministrativeCase
from homeward.progress.cases import all_steps, decision_of
from homeward.progress.reaching import local_day
from homeward.progress.rules.administrative import MAY, NEVER

TITLES = {
    "step": gettext_lazy("Write down an earlier step"),
    "safety": gettext_lazy("Look at safety"),
    "referral": gettext_lazy("Offer care elsewhere"),
    "notice": gettext_lazy("Give the notice of appeal"),
    "answer": gettext_lazy("What the person says"),
    "appeal": gettext_lazy("Decide the appeal"),
    "drop": gettext_lazy("Drop the case, care goes on"),
}
APPEALS = {
    "": gettext_lazy("Not answered yet"),
    "no_appeal": gettext_lazy("No appeal is made"),
    "appealed": gettext_lazy("Appealed; somebody else decides"),
    "upheld": gettext_lazy("Appeal decided: the discharge stands"),
    "overturned": gettext_lazy("Appeal won: care goes on"),
}


# What is still done once the case ended the care.
AFTERWARDS = ("answer", "appeal")


@dataclass(frozen=True, slots=True)
class CasePage:
    """One case: what stands in it, what is missing, and the next steps."""

    ground: str
    facts: tuple[Fact, ...]
    steps: tuple[Fact, ...]
    decision: Decision
    standing: str
    tone: str
    acts: tuple[Act, ...]
    version: int

    @classmethod
    def of(cls, case: AdministrativeCase, episode: Any, now: datetime) -> "CasePage":
        """The case as it stands today."""
        today = local_day(now, episode.site.time_zone)
        decision = decision_of(case, episode, today)
        standing, tone = _standing(decision) if case.closed_at is None else _afterwards(case)
        open_parts = FORMS if case.closed_at is None else AFTERWARDS
        return cls(
            ground=str(words.GROUNDS.get(case.ground, case.ground)),
            facts=tuple(_facts(case)),
            steps=tuple(
                Fact(
                    date_format(step.on, "j F Y"),
                    " · ".join(
                        filter(None, (str(words.CASE_STEPS.get(step.kind, step.kind)), step.words))
                    ),
                )
                for step in all_steps(case, episode)
            ),
            decision=decision,
            standing=standing,
            tone=tone,
            acts=tuple(
                Act(str(TITLES[part]), reverse("desk:case_part", args=[case.pk, part]))
                for part in open_parts
                if (part != "appeal" or case.appeal == "appealed")
                and (part != "notice" or case.notice_at is None)
                and (part != "answer" or case.appeal not in ("upheld", "overturned"))
            ),
            version=case.version,
        )


def _afterwards(case: AdministrativeCase) -> tuple[str, str]:
    if case.appeal == "overturned":
        return _("The appeal was won after the discharge: they are asked back today."), "urgent"
    return _("Care has ended. An appeal may still be made and decided here."), "attention"


def _standing(decision: Decision) -> tuple[str, str]:
    if decision.outcome == MAY:
        return _("Every safeguard is in place: the discharge may be signed."), "attention"
    if decision.outcome == NEVER:
        return _("This may not end somebody’s care."), "urgent"
    return _("Not yet: what is missing stands below."), "attention"


def _facts(case: AdministrativeCase) -> list[Fact]:
    rows = [
        (_("What happened"), case.cause),
        (_("Opened"), _by(case.opened_by, case.opened_at)),
        (_("Safety"), _signed(case.safety_finding, case.safety_by, case.safety_at)),
        (
            _("Care elsewhere"),
            " · ".join(
                filter(
                    None,
                    (
                        case.referral_to,
                        str(words.REFERRAL_ANSWERS.get(case.referral_answer, "")),
                    ),
                )
            ),
        ),
        (_("Notice given"), _day(case.notice_at)),
        (_("Appeal until"), date_format(case.appeal_until, "j F Y") if case.appeal_until else ""),
        (_("Appeal"), str(APPEALS[case.appeal]) if case.notice_at else ""),
        (_("In their words"), case.client_reply),
        (_("Why it was decided so"), case.appeal_reason),
    ]
    return [Fact(term, value) for term, value in rows if value]


def _signed(text: str, by: Any, at: datetime | None) -> str:
    return f"{text} ({_by(by, at)})" if text else ""


def _by(worker: Any, at: datetime | None) -> str:
    return " · ".join(filter(None, (worker.name if worker else "", _day(at))))


def _day(at: datetime | date | None) -> str:
    if at is None:
        return ""
    moment = timezone.localtime(at) if isinstance(at, datetime) else at
    return date_format(moment, "j F Y")
