"""When the program wants to end somebody's care: what it says, until when, and their own answer."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.kernel.purposes import Purpose
from homeward.portal.own import Own
from homeward.progress.administrative import AdministrativeCase
from homeward.progress.rules.administrative import APPEALED, NO_APPEAL, OVERTURNED, UPHELD

GROUNDS = {
    "violence": gettext_lazy("Somebody was hurt, or was threatened."),
    "illegal_act": gettext_lazy("Something against the law happened here."),
    "disruption": gettext_lazy("Groups could not go on, more than once."),
    "nonpayment": gettext_lazy("The cost was not paid."),
    "absence": gettext_lazy("You were away for days, and we did not hear why."),
    "therapeutic": gettext_lazy("The team thinks that this care does not help you enough."),
}
STANDS = {
    APPEALED: gettext_lazy(
        "You asked us to look again. Somebody who was not part of it answers you."
    ),
    NO_APPEAL: gettext_lazy("You said that you do not ask us to look again."),
    UPHELD: gettext_lazy("We looked again. It stays as it is."),
    OVERTURNED: gettext_lazy("We looked again. Your care goes on."),
}


@dataclass(frozen=True, slots=True)
class EndingPage:
    """One notice as its client reads it; without one, nothing stands here."""

    case: AdministrativeCase | None
    told_on: str
    ground: str
    until: str
    has_ended: bool
    stands: str
    reply: str
    may_answer: bool

    @classmethod
    def of(cls, own: Own) -> "EndingPage":
        """The newest notice that was not dropped."""
        case = notice_of(own)
        if case is None:
            return cls(None, "", "", "", False, "", "", False)
        return cls(
            case=case,
            told_on=date_format(own.at_wall(case.notice_at), "DATE_FORMAT"),  # type: ignore[arg-type]
            ground=str(GROUNDS.get(case.ground, "")),
            until=_day(case.appeal_until),
            has_ended=case.closed_at is not None,
            stands=str(STANDS.get(case.appeal, "")),
            reply=case.client_reply,
            may_answer=case.appeal in ("", NO_APPEAL),
        )


def notice_of(own: Own) -> AdministrativeCase | None:
    """The newest case of which the client was told, unless it was dropped."""
    rows = AdministrativeCase.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(
        client=own.client, notice_at__isnull=False
    )
    told = rows.exclude(closed_as=AdministrativeCase.Closing.DROPPED)
    found: AdministrativeCase | None = told.order_by("-opened_at").first()
    return found


def ending_waits(own: Own) -> str:
    """The address of the page while an answer is asked for, or may still be another one."""
    case = notice_of(own)
    if case is None or case.appeal not in ("", NO_APPEAL):
        return ""
    if case.appeal_until is not None and own.today > case.appeal_until:
        return ""
    return reverse("portal:ending")


def _day(on: date | None) -> str:
    return date_format(on, "DATE_FORMAT") if on else _("the last day in the letter")
