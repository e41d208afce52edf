"""The days a client named as hard for them: their own list, and the form to name one."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.forms import ActionForm
from homeward.kernel.purposes import Purpose
from homeward.portal.own import Own
from homeward.retention.models import OwnDate


class OwnDayForm(ActionForm):
    """One day, in the client's own words."""

    on = forms.DateField(
        label=gettext_lazy("Which day?"), widget=forms.DateInput(attrs={"type": "date"})
    )
    what = forms.CharField(label=gettext_lazy("What day is it?"), max_length=200)
    every_year = forms.BooleanField(
        label=gettext_lazy("It comes back every year"), required=False, initial=True
    )


@dataclass(frozen=True, slots=True)
class OwnDay:
    """One day on the list."""

    id: UUID
    what: str
    when: str
    form: ActionForm


@dataclass(frozen=True, slots=True)
class OwnDays:
    """The list and the form."""

    days: tuple[OwnDay, ...]
    form: OwnDayForm

    @classmethod
    def of(cls, own: Own, form: OwnDayForm | None = None) -> "OwnDays":
        """Only the client's own; one read."""
        rows = OwnDate.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(
            client_id=own.client.pk, withdrawn_at=None
        )
        return cls(
            tuple(_day(row) for row in rows.order_by("month", "day", "pk")),
            form or OwnDayForm(),
        )


def _day(row: OwnDate) -> OwnDay:
    if row.year:
        when = date_format(date(row.year, row.month, row.day), "DATE_FORMAT")
    else:
        day = date_format(date(2000, row.month, row.day), "MONTH_DAY_FORMAT")
        when = _("%(day)s, every year") % {"day": day}
    return OwnDay(row.pk, row.what, when, ActionForm())
