"""The steps of a client with what the client said and how an appeal stands, in three reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from homeward.conduct.models import Appeal, ClientReply, ResponseStep
from homeward.conduct.reaching import every
from homeward.conduct.rules.ladder import TakenStep
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose


@dataclass(frozen=True, slots=True)
class Taken:
    """One step, the client's first and latest words to it, and its appeal."""

    step: ResponseStep
    replies: tuple[ClientReply, ...]
    appeal: Appeal | None

    @property
    def reply(self) -> ClientReply | None:
        """What the client said last."""
        return self.replies[-1] if self.replies else None

    @property
    def is_set_aside(self) -> bool:
        """Whether an appeal undid the step."""
        return self.appeal is not None and self.appeal.outcome == Appeal.Outcome.SET_ASIDE


def steps_taken(client_id: UUID, actor: Actor | None = None) -> list[Taken]:
    """Every step of a client, the oldest first; for a reader, as far as they reach."""

    def rows(model: type) -> object:
        if actor is None:
            return every(model)
        return model.objects.for_actor(actor, Purpose.TREATMENT)  # type: ignore[attr-defined]

    steps = list(
        rows(ResponseStep)  # type: ignore[attr-defined]
        .filter(client_id=client_id)
        .select_related("event", "by")
        .order_by("at", "pk")
    )
    said: dict[UUID, list[ClientReply]] = {}
    about = rows(ClientReply).filter(client_id=client_id, step__isnull=False)  # type: ignore[attr-defined]
    for reply in about.select_related("by").order_by("at", "pk"):
        said.setdefault(reply.step_id, []).append(reply)
    appeals = rows(Appeal).filter(client_id=client_id)  # type: ignore[attr-defined]
    heard = {row.step_id: row for row in appeals.select_related("heard_by", "filed_by")}
    return [Taken(step, tuple(said.get(step.pk, ())), heard.get(step.pk)) for step in steps]


def as_taken(steps: Iterable[Taken], zone: str) -> list[TakenStep]:
    """The steps as the ladder's rule sees them, on the days of the site's zone."""
    return [
        TakenStep(
            ref=str(each.step.pk),
            rung=each.step.rung,
            on=local_day(each.step.at, zone),
            client_heard=each.reply is not None,
            appeal_open=each.appeal is not None and each.appeal.heard_at is None,
            was_set_aside=each.is_set_aside,
        )
        for each in steps
    ]
