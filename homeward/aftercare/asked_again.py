"""What must still hold when a word to former clients, or about a check-up, is sent."""

from datetime import datetime
from uuid import UUID

from homeward.aftercare.actions.alumni import ORIGIN as ALUMNI
from homeward.aftercare.actions.alumni import membership_of
from homeward.aftercare.actions.contact_wish import wish_of
from homeward.aftercare.actions.keep_check_ups import BY_ITSELF, KEEPING
from homeward.aftercare.actions.keep_check_ups import ORIGIN as CHECK_UP
from homeward.aftercare.models import AlumniEvent
from homeward.kernel.purposes import Purpose
from homeward.notices.asking_again import asks_again
from homeward.notices.models import Notice
from homeward.progress.models import FollowUp

LEFT, EVENT_OVER = "left_alumni", "alumni_event_over"
NOT_WANTED, OTHER_WAY, DONE = "check_up_not_wanted", "check_up_other_way", "check_up_done"


@asks_again(ALUMNI)
def still_alumni(notice: Notice, now: datetime) -> str:
    """They are one of the alumni now, and the meeting is still to come."""
    if membership_of(notice.client_id) is None:
        return LEFT
    events = AlumniEvent.objects.filter(
        pk=_named(notice, ALUMNI), cancelled_at=None, starts_at__gt=now
    )
    return "" if events.exists() else EVENT_OVER


@asks_again(CHECK_UP)
def still_wanted(notice: Notice, now: datetime) -> str:
    """They want to be reached, this way, and the check-up is open."""
    wish = wish_of(notice.client_id)
    if wish is None or not wish.may_contact:
        return NOT_WANTED
    if BY_ITSELF.get(wish.channel) != notice.channel:
        return OTHER_WAY
    rows = FollowUp.objects.for_actor(KEEPING, Purpose.OPERATIONS)
    is_open = rows.filter(pk=_named(notice, CHECK_UP), done_at=None).exists()
    return "" if is_open else DONE


def _named(notice: Notice, origin: str) -> UUID:
    """The row an origin of this room names first."""
    return UUID(notice.origin.removeprefix(origin).split(" ", 1)[0])
