"""One need without a place."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.desk.week_plan.forms.repairs import WhatIfForm
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.pages.reasons import Explained
from homeward.desk.week_plan.pages.thing import Asking, placing
from homeward.desk.week_plan.pages.unplaced import Unmet, unmet_lines, unmet_needs


@dataclass(frozen=True, slots=True)
class NeedPage:
    """Why there is no place, what one change would give, and the form that places it by hand."""

    title: str
    line: Unmet | None
    asking: Asking | None
    groups: tuple[tuple[str, str], ...]
    open_url: str
    trial_url: str
    board_url: str
    client_url: str
    question_url: str
    may_move: bool
    ask: WhatIfForm | None


def need_page(
    ground: Ground, client: str, service: str, why: Explained, *, may_move: bool
) -> NeedPage:
    """A need that was met meanwhile has no line, and says so."""
    missing = unmet_needs(ground.instance, ground.sittings())
    own = {key: count for key, count in missing.items() if key == (client, service)}
    lines = unmet_lines(ground.draft_id, ground.labels, own, why)
    found = ground.instance.clients[client]
    is_group = ground.instance.services[service].is_group
    board = reverse("desk:week_draft", args=[ground.draft_id])
    groups = [
        (
            ground.labels.group(group),
            reverse("desk:week_draft_group", args=[ground.draft_id, group.id]),
        )
        for group in ground.schedule.groups
        if is_group and group.service == service
        and (group.phase, group.language) == (found.phase, found.language)
    ]  # fmt: skip
    opening = reverse("desk:week_draft_opening", args=[ground.draft_id])
    query = f"?service={service}&phase={found.phase}&language={found.language}"
    return NeedPage(
        title=_("%(name)s: %(service)s")
        % {
            "name": ground.labels.names.client(client),
            "service": ground.labels.names.service(service),
        },
        line=lines[0] if lines else None,
        asking=placing(ground, client, service) if may_move and not is_group and lines else None,
        groups=tuple(sorted(groups)),
        open_url=opening + query if may_move and is_group else "",
        trial_url=reverse("desk:week_draft_trial", args=[ground.draft_id]),
        board_url=board,
        client_url=f"{board}?by=client&of={client}",
        question_url=reverse("desk:week_draft_what_if", args=[ground.draft_id]),
        may_move=may_move,
        ask=WhatIfForm(initial={"client": client, "service": service}) if may_move else None,
    )
