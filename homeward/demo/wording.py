"""Words that both ways of writing a story down must say alike."""

from homeward.demo.story import events


def last_use_code(days: int | None) -> str:
    """The answer the form offers for so many days since the last use."""
    if days is None:
        return ""
    for limit, code in ((0, "today"), (1, "yesterday"), (7, "this_week"), (30, "this_month")):
        if days <= limit:
            return code
    return "longer"


def note_body(event: events.NoteSigned) -> str:
    """A client's own part: what they did, what staff did, what comes next."""
    sentences = (event.body, event.intervention, event.plan_next)
    return " ".join(f"{words.rstrip('.')}." for words in sentences if words)


def first_words(event: events.NoteSigned) -> str:
    """What a note begins with: its first sentence."""
    return f"{event.body.split('. ')[0].rstrip('.')}."


def details_of(event: events.NoteSigned, kind: str) -> dict[str, object]:
    """What the kind of session asks beside the words, in the story's own."""
    next_step = event.plan_next.rstrip(".") or "Same time next week"
    kind = "family" if kind == "multi_family" else kind
    asked: dict[str, dict[str, object]] = {
        "individual": {
            "methods": ["motivational"], "risk": "none_voiced", "next_step": f"{next_step}.",
        },
        "family": {
            "client_there": "yes", "focus": "How the week went at home",
            "family_response": f"{event.body.rstrip('.')}.", "agreed": f"{next_step}.",
            "safety_at_home": "no_concern",
        },
        "medical": {
            "reason": "Visit of the week", "found": "Vital signs within the usual range.",
            "medications": "unchanged", "ordered": f"{next_step}.",
        },
        "education": {"understanding": "own_words", "handout": "yes"},
        "skills": {"skill": "The skill of the session", "practice": "role_play"},
    }  # fmt: skip
    return asked.get(kind, {})


def shared_part(session_name: str, title: str, summary: str) -> str:
    """What is true for everyone in a group, naming nobody."""
    if not title:
        return (
            f"{session_name}: opened with a round, worked on what the group brought, closed with"
            " one intention each."
        )
    return f"Topic: {title}. {summary}".strip()


def narrative(event: events.Discharged) -> str:
    """The counselor's own words about the whole stay."""
    return f"{event.presenting} {event.course}"


def initials(name: str) -> str:
    """First and last initial."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def review_reason(event: events.LevelReviewed) -> str:
    """The team's reason on a card: how the client came, and the grounds in plain words."""
    grounds = ", ".join(GROUNDS.get(code, code.replace("_", " ")) for code in event.reasons)
    said = f"Attended {event.attendance_share:.0%} of planned time in four weeks; {grounds}."
    return f"{said} {event.because}".strip()


def follow_up_answers(event: events.FollowUpDone) -> dict[str, bool]:
    """What the client answered on a check-up call; nothing that was not answered."""
    answers = {
        "any_use_30d": event.any_use_30d,
        "employed": event.employed,
        "housed": event.housed,
        "arrested_30d": event.arrested_30d,
        "in_care": event.in_care,
    }
    return {name: value for name, value in answers.items() if value is not None}


TALKED_OVER = "Went through the result together; what helps on hard evenings stays in the plan."
GROUNDS = {
    "progressing": "moving forward as planned",
    "working_not_yet": "working on it, not there yet",
    "new_problem_here": "something new that this level can treat",
    "outreach_running": "outreach is under way",
    "not_seen": "not seen lately",
    "attendance_80": "came to more than four of five sessions",
    "tests_negative": "tests negative",
    "objectives_met": "objectives met",
    "sober_support": "support at home",
    "prevention_plan": "prevention plan written",
    "repeated_use": "use on several tests",
    "missed_three": "three missed in a row",
    "suicidality": "safety comes first",
}


def team_of(event: events.Admitted, technician: str) -> tuple[tuple[str, str], ...]:
    """The team of an admission with whoever keeps the door, collects and calls."""
    return tuple(dict.fromkeys((*event.team, ("technician", technician))))
