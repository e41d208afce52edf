"""What a duty says of a check-in that came late: when it was said, and when it reached us."""

from datetime import datetime

from django.utils.translation import gettext as _

from homeward.desk.today.lines import clock_words
from homeward.tasks.models import CareTask


def said_late(task: CareTask) -> str:
    """Empty for everything that came as it was said."""
    said, came = task.detail.get("said_at"), task.detail.get("received_at")
    if not said or not came:
        return ""
    return _("said %(said)s on a phone without network, came %(came)s") % {
        "said": clock_words(datetime.fromisoformat(said)),
        "came": clock_words(datetime.fromisoformat(came)),
    }
