"""The client's plan against going back to use: in force, open to make theirs, and earlier ones."""

from dataclasses import dataclass

from homeward.core.forms import ActionForm
from homeward.dayplans import pages, queries
from homeward.dayplans.actions.prevention import parts_of
from homeward.dayplans.forms import PressForm, PreventionForm
from homeward.dayplans.models import PreventionPlan
from homeward.dayplans.told_before import suggestions_for, triggers_told
from homeward.portal.own import Own

State = PreventionPlan.State


@dataclass(frozen=True, slots=True)
class PreventionPage:
    """What holds, what waits for a press, and what was before."""

    plan: pages.PreventionText | None
    draft: pages.PreventionText | None
    form: ActionForm | None
    earlier: tuple[pages.PreventionText, ...]
    name: str

    @classmethod
    def of(cls, own: Own, form: PressForm | None = None) -> "PreventionPage":
        """`form` is a press that was refused."""
        texts = {State.DRAFT: None, State.ACTIVE: None}
        earlier = []
        for row in queries.prevention_plans(own.actor, own.client.pk):
            text = pages.prevention_text(row, own.zone)
            if row.state == State.SUPERSEDED:
                earlier.append(text)
            else:
                texts[State(row.state)] = text  # type: ignore[assignment]
        draft = texts[State.DRAFT]
        if draft is not None and not draft.lacks and form is None:
            form = PressForm(initial={"read_hash": draft.digest})
        return cls(texts[State.ACTIVE], draft, form if draft else None, tuple(earlier),
                   own.client.called)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PreventionEdit:
    """The form, filled with the open version or the one in force, and what was told before."""

    form: PreventionForm
    told: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def of(cls, own: Own, form: PreventionForm | None = None) -> "PreventionEdit":
        """`form` is a text that was refused."""
        if form is None:
            rows = queries.prevention_plans(own.actor, own.client.pk)
            by_state = {row.state: row for row in rows}
            draft = by_state.get(State.DRAFT)
            source = draft or by_state.get(State.ACTIVE)
            form = PreventionForm(
                parts=parts_of(source.parts) if source else None,
                version=draft.version if draft else 0,
            )
        helps = suggestions_for(own.actor, own.client, ())
        told = (
            ("triggers", triggers_told(own.actor, own.client)),
            ("helps", tuple(each.label for each in helps if each.kind == "activity")),
            ("people", tuple(each.label for each in helps if each.kind == "person")),
        )
        return cls(form, tuple(each for each in told if each[1]))
