"""A danger that a client says about themselves pages at once; its end ends the pages."""

from homeward.core.facts import listens_to
from homeward.paging.kinds import DANGER_KINDS, ENDED_WITH, PAGE
from homeward.paging.opening import page_about, session_around, tasks
from homeward.tasks.facts import DutyClosed, DutyOpened
from homeward.tasks.models import CareTask


@listens_to(DutyOpened)
def page_on_danger(fact: DutyOpened) -> None:
    """Page about a danger a client says alone, and about any that comes before or in a group.

    Who asks the questions is with the client already and owns the duty; a wish for a call with
    no group near is the counselor's.
    """
    if fact.kind not in DANGER_KINDS or fact.urgency != CareTask.Urgency.NOW:
        return
    is_alone = fact.by_client and fact.kind == "safety"
    if is_alone or session_around(fact.client_id, fact.at) is not None:
        page_about(tasks().get(pk=fact.task_id), fact.at)


@listens_to(DutyClosed)
def end_pages(fact: DutyClosed) -> None:
    """Somebody said what came of the danger: whoever is still paged about it need not come."""
    if fact.kind not in DANGER_KINDS:
        return
    danger = tasks().get(pk=fact.task_id)
    open_pages = tasks().filter(kind=PAGE.code, detail__for=str(fact.task_id), closed_at=None)
    for page in open_pages.select_for_update(of=("self",)):
        page.change(closed_at=fact.at, closed_by_id=danger.closed_by_id, disposition=ENDED_WITH)
