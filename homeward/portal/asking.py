"""Do I test today? In the client's own words and time."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.drugtests import telephone
from homeward.drugtests.asking import DONE, NO, OVER, YES, test_today
from homeward.portal.own import Own


def said_in_a_word(answer: str) -> str:
    """As it stands beside the question on the first page."""
    return {
        YES: _("Yes"),
        DONE: _("You are done for today"),
        OVER: _("The time is over"),
        NO: _("No"),
    }.get(answer, _("Not known yet"))


@dataclass(frozen=True, slots=True)
class AnswerToday:
    """The answer in a word, what to do, and by which number one can ask, if any."""

    day: str
    answer: str
    text: str
    tone: str
    number: str

    @classmethod
    def of(cls, own: Own) -> "AnswerToday":
        """As it is now."""
        said = test_today(own.actor, own.client.pk, own.client.site, own.now)
        answer, text, tone = _words(own, said.answer, said.until)
        day = date_format(own.today, "l j F")
        return cls(day, answer, text, tone, telephone.line().number)


def _words(own: Own, answer: str, until: object) -> tuple[str, str, str]:
    word = said_in_a_word(answer)
    if answer == YES:
        end = own.at_wall(until)  # type: ignore[arg-type]
        clock = date_format(end, "H:i" if end.date() == own.today else "l H:i")
        text = _("Come to the front desk before %(until)s.") % {"until": clock}
        return word, text, "info"
    if answer == DONE:
        return word, _("Your sample was given."), ""
    if answer == OVER:
        text = _("Come to the front desk and tell us. It does not count as a positive test.")
        return word, text, "attention"
    if answer == NO:
        return word, _("You were not drawn today."), ""
    return word, _("The draw is made at six in the morning. Look again then."), ""
