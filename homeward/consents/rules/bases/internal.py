"""Need to know inside the program (42 CFR 2.12(c)(3))."""

from ..case import NOT_ASKED, Case, Finding, found, missed
from ..instants import within


def find(case: Case) -> Finding:
    """A worker on the client's team today; counseling notes only for the one who wrote them."""
    request, recipient = case.request, case.request.recipient
    if request.purpose != "internal_care":
        return NOT_ASKED
    on_team = any(
        member.worker == recipient.id
        and member.client == request.client
        and within(case.now, member.start, member.end)
        for member in case.world.team
    )
    foreign_notes = (
        case.item.record_class == "counseling_notes" and case.item.author != recipient.id
    )
    checks = (
        (
            "recipient_not_staff",
            recipient.type != "person" or "staff" not in recipient.classes,
        ),
        ("not_on_team", not on_team),
        ("counseling_notes_author_only", foreign_notes),
    )
    misses = [code for code, wrong in checks if wrong]
    return missed(*misses) if misses else found()
