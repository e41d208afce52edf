"""The steps of an episode that this reader may take from the record's first page."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.routes import policy_of
from homeward.desk.chart.frame import ChartFrame
from homeward.kernel.records import RecordClass
from homeward.people.queries import reaches
from homeward.progress.actions import may_decide, may_discharge


def acts_of(actor: Actor, frame: ChartFrame, *, was_in_care: bool) -> tuple[Act, ...]:
    """Phase, appointment and discharge while in care; afterwards the summary and its check-ups."""
    if frame.episode is None:
        return tuple(_afterwards(actor, frame)) if was_in_care else ()
    return tuple(_in_care(actor, frame))


def _in_care(actor: Actor, frame: ChartFrame) -> Iterator[Act]:
    client = frame.client
    yield from _in_reach(actor, frame)
    if may_decide(actor) and reaches(actor, client, RecordClass.ASSESSMENT):
        yield Act(_("Change the phase"), reverse("desk:phase", args=[client.pk]))
    if policy_of("desk:appointment").allows(actor, "POST") and reaches(
        actor, client, RecordClass.SCHEDULE, Access.WRITE
    ):
        yield Act(_("Book an appointment"), reverse("desk:appointment", args=[client.pk]))
    if may_discharge(actor) and reaches(actor, client, RecordClass.NOTES, Access.SIGN):
        yield Act(_("Discharge"), reverse("desk:discharge", args=[client.pk]))
    if reaches(actor, client, RecordClass.SCHEDULE, Access.WRITE):
        yield Act(_("Leaving now"), reverse("desk:leaving_now", args=[client.pk]))
        yield Act(_("Died, hospital or jail"), reverse("desk:stop", args=[client.pk]))


def _in_reach(actor: Actor, frame: ChartFrame) -> Iterator[Act]:
    """Pages beside the tabs: the interview, places referred to, what care costs."""
    client = frame.client
    if reaches(actor, client, RecordClass.ASSESSMENT):
        yield Act(_("Assessment"), reverse("desk:assessments", args=[client.pk]))
        yield Act(_("Referrals"), reverse("desk:referrals_of_client", args=[client.pk]))
        yield Act(_("Topics heard"), reverse("desk:chart_topics", args=[client.pk]))
        yield Act(_("Signals and outreach"), reverse("desk:chart_signals", args=[client.pk]))
    if policy_of("desk:chart_papers").allows(actor, "GET") and reaches(
        actor, client, RecordClass.NOTES
    ):
        yield Act(_("Papers"), reverse("desk:chart_papers", args=[client.pk]))
    if reaches(actor, client, RecordClass.MESSAGES):
        yield Act(_("Messages"), reverse("desk:client_messages", args=[client.pk]))
    if reaches(actor, client, RecordClass.SCHEDULE):
        yield Act(_("Getting in"), reverse("desk:chart_doorway", args=[client.pk]))
    if reaches(actor, client, RecordClass.CLAIMS, Access.MINIMAL):
        yield Act(_("Benefits"), reverse("desk:benefits", args=[client.pk]))


def _afterwards(actor: Actor, frame: ChartFrame) -> Iterator[Act]:
    if policy_of("desk:discharge").allows(actor, "GET") and reaches(
        actor, frame.client, RecordClass.NOTES
    ):
        yield Act(_("Discharge and check-ups"), reverse("desk:discharge", args=[frame.client.pk]))
    if reaches(actor, frame.client, RecordClass.SCHEDULE, Access.WRITE):
        yield Act(_("Back into care"), reverse("desk:way_back", args=[frame.client.pk]))
        yield Act(_("Died, hospital or jail"), reverse("desk:stop", args=[frame.client.pk]))
    if reaches(actor, frame.client, RecordClass.SCHEDULE):
        yield Act(_("Getting in"), reverse("desk:chart_doorway", args=[frame.client.pk]))
    if reaches(actor, frame.client, RecordClass.MESSAGES, Access.WRITE):
        yield Act(_("Alumni"), reverse("desk:alumni_membership", args=[frame.client.pk]))
