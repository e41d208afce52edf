"""Questionnaires of one client: what is due, how the course goes, and every answer."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Cell, Column, Row, Table
from homeward.desk.measures.pages.course import Course, leading_score
from homeward.desk.measures.pages.due import DueLine, due_lines
from homeward.desk.measures.pages.scores import short_title
from homeward.instruments.library import NURSING, instrument
from homeward.instruments.models import Response, Sitting
from homeward.instruments.score_lines import ScoreLine, score_lines
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.progress.measuring import due_for

MOST_SHOWN = 200
MOST_COURSES = 4
# Weekly first, then what a change or a worry asks for.
ASKED_IN_CARE = (
    "bam_iop", "phq9", "gad7", "cssrs_screener", "ciwa_ar", "cows", "pc_ptsd5", "pcl5",
    "readiness_ruler",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measures:
    """What is due, the courses, one table of every answer, and what can be asked now."""

    due: tuple[DueLine, ...]
    courses: tuple[Course, ...]
    begun: tuple[str, ...]
    table: Table
    acts: tuple[Act, ...]

    @classmethod
    def of(cls, actor: Actor, client: Client) -> "Measures":
        """The newest first; an incomplete score says so and is never shown as none."""
        rows = Response.objects.for_actor(actor, Purpose.TREATMENT).filter(client=client)
        shown = list(rows.select_related("taken_by").order_by("-answered_at")[:MOST_SHOWN])
        today = clock.today(client.site.time_zone)
        writes = may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE)
        return cls(
            due=tuple(due_lines(client, due_for(actor, client, today), may_ask=writes)),
            courses=tuple(_courses(shown)),
            begun=tuple(_begun(actor, client)),
            acts=_acts(actor, client),
            table=Table(
                caption=_("Questionnaires"),
                columns=(
                    Column(_("Questionnaire")),
                    Column(_("Answered")),
                    Column(_("Scores")),
                    Column(_("By")),
                ),
                rows=tuple(
                    Row(
                        (
                            Cell(
                                instrument(item.instrument).title,
                                url=reverse("desk:response", args=[item.pk]),
                            ),
                            Cell(date_format(timezone.localtime(item.answered_at), "D j M Y H:i")),
                            Cell(_scores(item)),
                            Cell(_by(item)),
                        )
                    )
                    for item in shown
                ),
                empty=_(
                    "No questionnaire answered yet. Screening and the weekly check start here."
                ),
            ),
        )


def _by(response: Response) -> str:
    if response.taken_by is None:
        return _("the client")
    if response.way == "paper":
        return _("paper, entered by %(name)s") % {"name": response.taken_by.name}
    return response.taken_by.name


def _courses(shown: list[Response]) -> Iterable[Course]:
    """The questionnaires answered most often, each as a course."""
    finished = [row for row in shown if row.is_handed_in]
    for name, times in Counter(row.instrument for row in finished).most_common(MOST_COURSES):
        key = leading_score(name)
        if times > 1 and key is not None:
            mine = [row for row in reversed(finished) if row.instrument == name]
            yield Course.drawn(name, key, mine)


def _begun(actor: Actor, client: Client) -> Iterable[str]:
    """The sheets still open: not complete, and without any score."""
    rows = Sitting.objects.for_actor(actor, Purpose.TREATMENT).filter(client=client, ended_at=None)
    for row in rows.defer("answers").order_by("-saved_at"):
        saved = date_format(timezone.localtime(row.saved_at), "D j M H:i")
        yield _("%(name)s: begun, not complete; last saved %(when)s") % {
            "name": short_title(row.instrument),
            "when": saved,
        }


def _scores(response: Response) -> str:
    """What the result page says, in one line; begun is begun, whatever it would score."""
    if not response.is_handed_in:
        return _("begun, not handed in")
    return " · ".join(
        ": ".join(filter(None, (" ".join(filter(None, (line.name, _value(line)))), line.words)))
        for line in score_lines(response)
    )


def _value(line: ScoreLine) -> str:
    return "" if line.value == "–" else line.value


def _acts(actor: Actor, client: Client) -> tuple[Act, ...]:
    """The questionnaires this person may ask now."""
    if may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE):
        return tuple(
            Act(short_title(name), reverse("desk:questionnaire", args=[client.pk, name]))
            for name in ASKED_IN_CARE
        )
    if may(actor.roles, RecordClass.MEDICAL, Access.WRITE):
        return tuple(
            Act(short_title(name), reverse("desk:nursing_scale", args=[client.pk, name]))
            for name in sorted(NURSING)
        )
    return ()
