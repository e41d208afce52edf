"""In which language a session is held."""

from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.seating import every

MAIN_LANGUAGE = "en"


def language_of(session: GroupSession) -> str:
    """The language that its group was planned in, else the one that everybody seated speaks.

    A planned group's lane is class of phases, language, kind; see `publishing.wanted`. A group
    where not all speak one other language is held in the main one.
    """
    group = session.group
    parts = group.cohort.split("-") if group is not None and group.is_drafted else []
    if len(parts) == 3:
        return str(parts[1])
    rows = every(Seat).filter(session=session, released_at=None)
    spoken = {each[:2] for each in rows.values_list("client__language", flat=True).distinct()}
    return spoken.pop() if len(spoken) == 1 else MAIN_LANGUAGE
