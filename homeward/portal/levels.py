"""What each page here needs of a client's session: a device of theirs, or who they are seen once.

Times, check-ins and help need a device. What was written about the client needs proof, given once
at the desk. A page that is not named here needs proof (and a test fails until it is named).
Relatives and officers see what consent opens, whatever the level.
"""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.core.actors import CLIENT, Actor
from homeward.core.policies import stands_before
from homeward.doorways.rules.levels import Level

NAMESPACE = "portal"
# Opened by a secret address of their own, or the same for everybody who asks.
OPEN = frozenset({"feed", "by_link", "link_papers", "link_paper", "manifest", "worker", "kept"})
# For relatives and officers alone.
OF_OTHERS = frozenset(
    {
        "family_lessons", "family_lesson", "family_plan", "family_nights", "family_night",
        "family_questions", "family_tell", "family_told", "family_session",
        "agency_ask", "agency_asked", "agency_log", "agency_report", "plan_for",
    }
)  # fmt: skip
ON_A_DEVICE = frozenset(
    {
        "today", "week", "week_paper", "offer", "join", "calendar", "calendar_open",
        "calendar_end", "number", "draw", "draw_document", "test_today",
        # Whoever is not okay is not asked for papers first.
        "help", "safety_plan", "safety_plan_agreement",
        "check_in", "questions", "question", "question_item",
        "support", "support_wish", "meetings", "meeting", "milestones", "milestone",
        "day", "day_fill", "day_week", "day_line_end", "day_line_off", "day_thing_out",
        "day_list", "day_list_copy", "own_thing_off", "day_sharing", "day_paper",
        "handouts", "handout", "after", "after_touch", "after_leave", "card",
        "devices", "device_end", "late", "late_back", "ask_help", "kept_key", "kept_entries",
        "handout_kept",
    }
)  # fmt: skip
WITH_PROOF = frozenset(
    {
        "plan", "plan_signature", "plan_words", "review", "use_days", "own_days", "own_day_back",
        "prevention", "prevention_edit", "prevention_paper", "prevention_mine",
        "record", "test_dispute", "note", "crisis_note", "safety_plan_kept", "readers",
        "copy", "copy_readable", "copy_standard",
        "after_join", "earned", "earned_join", "earned_stop", "papers", "packet_paper",
        "rules", "rules_sign", "search_consent", "talk", "appeal", "short_note", "ending",
        "consents", "paper", "consent", "consent_end", "draft", "draft_decline",
        "disclosures", "exchange_list_ask", "wishes", "reach",
        "invitation", "invitation_end",
        "messages", "messages_to", "messages_draft", "message_file", "message_back",
    }
)  # fmt: skip
LEVELS: Mapping[str, Level] = {
    **dict.fromkeys(OPEN | OF_OTHERS, Level.NONE),
    **dict.fromkeys(ON_A_DEVICE, Level.DEVICE),
    **dict.fromkeys(WITH_PROOF, Level.PROOFED),
}


def level_of_page(name: str) -> Level:
    """What a page needs; proof, where nobody said."""
    return LEVELS.get(name, Level.PROOFED)


@stands_before
def known_well_enough(request: HttpRequest, actor: Actor) -> HttpResponse | None:
    """A calm page that says what is needed, in the place of one that needs more."""
    match = request.resolver_match
    if actor.kind != CLIENT or match is None or match.namespace != NAMESPACE:
        return None
    door = getattr(request, "door", None)
    level = door.level if door is not None else Level.NONE
    if level >= level_of_page(match.url_name or ""):
        return None
    return render(request, "portal/not_yet.html")
