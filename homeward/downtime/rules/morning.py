"""Whether a site's pack is due, and which packs have lived their days."""

from datetime import date, datetime, timedelta


def is_due(local: datetime, hour: int, made_on: date | None) -> bool:
    """Whether this morning's pack is still to be made: from the hour on, once a day.

    `local` is the site's wall time; a worker that slept through the hour makes it up later.
    """
    return local.hour >= hour and made_on != local.date()


def kept_from(today: date, days: int) -> date:
    """The first day whose packs are still kept; those before it are emptied."""
    return today - timedelta(days=days)
