"""What the strip on every staff page says of crises and late reports. It names nobody."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.desk.incidents.waiting import urgent_lines
from homeward.desk.safety.crisis_pages import run_url, run_words
from homeward.kernel.records import RecordClass
from homeward.safety.queries import calls_due, open_runs, runs_go_on


def going_on(actor: Actor) -> Iterator[tuple[str, str]]:
    """Crises that go on at the actor's sites, reports that cannot wait, and their addresses."""
    if not may(actor.roles, RecordClass.INCIDENTS, Access.WRITE):
        return
    if runs_go_on():
        for run in open_runs(actor):
            yield _("Crisis now: %(what)s") % {"what": run_words(run)}, run_url(run)
    for task in calls_due(actor, clock.now()):
        yield _("A call after a crisis is due"), reverse("desk:task", args=[task.pk])
    for words, url in urgent_lines(actor, clock.now()):
        yield _("Incident report: %(what)s") % {"what": words}, url
