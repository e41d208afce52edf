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


def shared_part(session_name: str, title: str, summary: str) -> str:
    """What is true for everyone in a group, naming nobody."""
    if not title:
        return f"{session_name}: opened with a round, worked on what the group brought, closed with one intention each."
    return f"Topic: {title}. {summary}".strip()


def narrative(event: events.Discharged) -> str:
    """The counselor's own words about the whole stay."""
    return f"{event.presenting} {event.course}"


def initials(name: str) -> str:
    """First and last initial."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
