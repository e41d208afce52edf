"""What is due, coming or overdue, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.components import Act
from homeward.desk.measures.pages.scores import short_title
from homeward.instruments.rules.schedule import Due, Moment, Standing
from homeward.kernel.reasons import Decision
from homeward.people.models import Client

MOMENTS: dict[Moment, Promise] = {
    Moment.SCREENING: gettext_lazy("screening"),
    Moment.ADMISSION: gettext_lazy("admission"),
    Moment.WEEKLY: gettext_lazy("every week or two"),
    Moment.MONTHLY: gettext_lazy("every 30 days"),
    Moment.STEP_CHANGE: gettext_lazy("another level of care"),
    Moment.RETURN_TO_USE: gettext_lazy("return to use"),
    Moment.DISCHARGE: gettext_lazy("discharge"),
    Moment.FOLLOW_UP: gettext_lazy("follow-up"),
}
TONES = {Standing.OVERDUE: "urgent", Standing.DUE: "attention", Standing.COMING: "neutral"}


@dataclass(frozen=True, slots=True)
class DueLine:
    """One questionnaire with its moment, its day, why, and the way to ask it."""

    name: str
    moment: str
    tag: str
    tone: str
    act: Act | None
    decision: Decision


def due_lines(client: Client, due: Iterable[Due], *, may_ask: bool) -> Iterator[DueLine]:
    """The most pressing first."""
    for each in due:
        day = date_format(each.due_on, "j M")
        name = short_title(each.instrument)
        words = {
            Standing.OVERDUE: _("overdue since %(day)s"),
            Standing.DUE: _("due by %(day)s"),
            Standing.COMING: _("coming on %(day)s"),
        }
        yield DueLine(
            name=name,
            moment=str(MOMENTS[each.moment]),
            tag=words[each.standing] % {"day": day},
            tone=TONES[each.standing],
            act=Act(
                _("Ask"),
                reverse("desk:questionnaire", args=[client.pk, each.instrument]),
                about=name,
            )
            if may_ask and each.standing is not Standing.COMING
            else None,
            decision=each.decision,
        )
