"""Short ways to state a reason from a fact."""

from homeward.kernel.reasons import Evidence, Reason, Source, State


def state_of(answer: bool | None) -> State:
    """Yes, no, or nobody knows."""
    if answer is None:
        return State.UNKNOWN
    return State.MET if answer else State.NOT_MET


def fact(name: str, value: object) -> Evidence:
    """A fact as evidence; nothing for one that is unknown."""
    return Evidence("fact", f"facts.{name}", "" if value is None else str(value).lower())


def reason(code: str, state: State, source: Source, **facts: object) -> Reason:
    """A reason resting on the named facts that are known."""
    evidence = tuple(fact(name, value) for name, value in facts.items() if value is not None)
    return Reason(code, state, evidence, source)
