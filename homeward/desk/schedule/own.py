"""Whose client somebody is, and in which language: said beside how they are to be planned."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.forms import ActionForm
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.queries import reaches, team_of
from homeward.staff.queries import workers_with_role

LEADS = (Role.SUPERVISOR, Role.DIRECTOR)


class LanguageForm(ActionForm):
    """One language."""

    language = forms.ChoiceField(label=_("Language"), choices=list(settings.LANGUAGES))


class CounselorForm(ActionForm):
    """One counselor, and why it changes."""

    worker = forms.ChoiceField(label=_("Own counselor"))
    reason = forms.CharField(label=_("Why"), max_length=200)

    def __init__(self, *args: Any, workers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = [  # type: ignore[attr-defined]
            (str(row.pk), row.name) for row in workers
        ]


@dataclass(frozen=True, slots=True)
class OwnForms:
    """The forms this reader may use; None where they may not."""

    language: LanguageForm | None
    counselor: CounselorForm | None

    @classmethod
    def of(cls, actor: Actor, client: Any, now: datetime, typed: Any = None) -> "OwnForms":
        """`typed` is one of them, as it was refused."""
        writes = reaches(actor, client, RecordClass.IDENTITY, Access.WRITE)
        own = _own(actor, client, now)
        may_hand_over = actor.has_role(*LEADS) or (writes and own in (None, actor.worker_id))
        language = counselor = None
        if writes:
            language = LanguageForm(
                initial={"language": client.language}, version=client.version,
                auto_id="language_%s",
            )  # fmt: skip
        if may_hand_over:
            counselor = counselor_form(client, now, initial={"worker": str(own or "")})
        return cls(
            typed if isinstance(typed, LanguageForm) else language,
            typed if isinstance(typed, CounselorForm) else counselor,
        )


def counselor_form(client: Any, now: datetime, *args: Any, **kwargs: Any) -> CounselorForm:
    """With the counselors of the client's site to choose from."""
    workers = workers_with_role(Role.COUNSELOR, local_day(now), site_id=client.site_id)
    return CounselorForm(*args, workers=workers.order_by("name"), auto_id="counselor_%s", **kwargs)


def _own(actor: Actor, client: Any, now: datetime) -> UUID | None:
    if not reaches(actor, client, RecordClass.IDENTITY):
        return None
    team = team_of(actor, client, now)
    return next((each.worker_id for each in team if each.is_primary), None)
