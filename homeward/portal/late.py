"""Running late, help in one step and news, as Today prints them."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME
from homeward.conversations import queries
from homeward.conversations.desk_queries import unseen_desk_words
from homeward.conversations.forms import LateForm
from homeward.core.access import Access, may
from homeward.core.forms import ActionForm
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.linkage import words as linkage_words
from homeward.linkage.kinds import NeedKind
from homeward.portal.own import Own
from homeward.portal.sessions import seats_between
from homeward.timetable.models import Seat

# What one asks for in one step, and as what it is kept.
ASKED = (NeedKind.TRANSPORT, NeedKind.CHILDCARE, NeedKind.DOCUMENTS)


@dataclass(frozen=True, slots=True)
class Late:
    """The next session of today: a form to say one is late, or what was said."""

    seat_id: UUID
    title: str
    form: LateForm
    said: str
    late_id: UUID | None
    back: ActionForm | None


def late_of(own: Own, form: LateForm | None = None) -> Late | None:
    """The first session of today that is not over and at which one is not already."""
    seat = next(iter(_ahead(own)), None)
    if seat is None:
        return None
    said = queries.late_for([seat.pk]).get(seat.pk)
    starts = date_format(own.at_wall(seat.starts_at), "H:i")
    return Late(
        seat.pk,
        f"{starts} · {seat.session.name}",
        form or LateForm(auto_id="late_%s"),
        _("You told us: about %(minutes)s minutes late.") % {"minutes": said.minutes}
        if said
        else "",
        said.pk if said else None,
        ActionForm(auto_id="late_back_%s") if said else None,
    )


def _ahead(own: Own) -> list[Seat]:
    seats = [
        each
        for each in seats_between(own, own.today, own.today + timedelta(days=1))
        if each.released_at is None and each.session.cancelled_at is None and each.ends_at > own.now
    ]
    rows = AttendanceMark.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    there = rows.filter(seat__in=[each.pk for each in seats], state__in=CAME) if seats else ()
    came = {each.seat_id for each in there}
    return [each for each in seats if each.pk not in came]


@dataclass(frozen=True, slots=True)
class Talk:
    """What Today says of messages, being late, and help in one step."""

    new: int
    late: Late | None
    help: tuple[tuple[str, str], ...]
    form: ActionForm

    @classmethod
    def of(cls, own: Own) -> "Talk":
        """Four reads."""
        asks = own.episode is not None and may(own.actor.roles, RecordClass.LINKAGE, Access.WRITE)
        kinds = tuple((kind.value, help_words(kind)) for kind in ASKED) if asks else ()
        new = queries.unread_of(own.actor) + unseen_desk_words(own.actor)
        return cls(new, late_of(own), kinds, ActionForm(auto_id="ask_%s"))


def help_words(kind: str) -> str:
    """What the button says."""
    return {
        NeedKind.TRANSPORT.value: _("A ride"),
        NeedKind.CHILDCARE.value: _("Child care"),
        NeedKind.DOCUMENTS.value: _("Papers or ID"),
    }.get(str(kind), linkage_words.said(linkage_words.NEEDS, kind))
