"""A move tried before it is made: allowed or not, what changes, and for whom."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.components import Fact
from homeward.desk.week_plan.forms.moves import MoveForm
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.pages.moves import MoveWords, described
from homeward.desk.week_plan.rule_words import broken_rules


@dataclass(frozen=True, slots=True)
class TrialPage:
    """One move: the form it was asked with, the verdict, and the moves others made meanwhile."""

    draft_id: UUID
    title: str
    words: str
    kind: str
    form: MoveForm
    is_tried: bool
    is_allowed: bool
    rules: tuple[str, ...]
    effects: tuple[Fact, ...]
    move_url: str
    board_url: str
    others: tuple[MoveWords, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(
        cls,
        ground: Ground,
        form: MoveForm,
        trial: Any = None,
        move: Any = None,
        others: tuple[MoveWords, ...] = (),
    ) -> "TrialPage":
        """With a trial, what it found; without one, the form alone."""
        body = move.to_json() if move is not None else {}
        return cls(
            draft_id=ground.draft_id,
            kind=form.kind,
            title=str(form.title),
            words=described(ground, form.kind, body) if move is not None else "",
            form=form,
            is_tried=trial is not None,
            is_allowed=bool(trial is not None and trial.is_allowed),
            rules=broken_rules(ground, trial.new) if trial is not None else (),
            effects=_effects(trial) if trial is not None else (),
            move_url=reverse("desk:week_draft_moves", args=[ground.draft_id]),
            board_url=reverse("desk:week_draft", args=[ground.draft_id]),
            others=others,
            hidden=_hidden(form),
        )


def _hidden(form: MoveForm) -> tuple[tuple[str, str], ...]:
    """What was asked, to be sent once more with the key of the form."""
    if not form.is_bound:
        return ()
    found = [("kind", form.kind)]
    for name in form.fields:
        if name == "form_version":
            continue
        getlist = getattr(form.data, "getlist", None)
        values = getlist(name) if getlist else [form.data.get(name, "")]
        found += [(name, str(value)) for value in values]
    return tuple(found)


def _effects(trial: Any) -> tuple[Fact, ...]:
    """What the move does to the three sums, in words; what stays is not said."""
    before, after = trial.before, trial.after
    facts = []
    for name, label in (
        ("tier1", _("Needs left unmet")),
        ("tier2", _("Promises broken")),
        ("tier3", _("Comfort")),
    ):
        was, now = getattr(before, name), getattr(after, name)
        if was == now:
            continue
        words = (
            _("costs %(points)s more (%(was)s to %(now)s points)")
            if now > was
            else _("costs %(points)s less (%(was)s to %(now)s points)")
        )
        said = {"points": f"{abs(now - was):,}", "was": f"{was:,}", "now": f"{now:,}"}
        facts.append(Fact(label, words % said))
    if not facts:
        facts.append(Fact(_("Needs, promises, comfort"), _("cost as before")))
    people = getattr(trial, "people", None)
    if people is not None:
        count = len(people)
        facts.append(
            Fact(
                _("Whose week changes"),
                ngettext("%d person", "%d people", count) % count if count else _("nobody's"),
            )
        )
    return tuple(facts)
