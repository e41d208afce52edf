"""A second reading of the rule of amounts, written from docs/domain/incentives.md alone.

It shares no code with Homeward: the whole history is walked through anew, run by run.
"""


def amount(terms, history):
    """What the last thing of the history brings before any cap; it must have counted."""
    runs, way_back = [[]], 0
    for outcome in history:
        if outcome == "met":
            runs[-1].append(None)
        elif outcome in ("unmet", "missed"):
            runs.append([])
    level = top = 0
    steps = climb(terms)
    for number, run in enumerate(runs):
        level = 0
        for place in range(1, len(run) + 1):
            paid = level, place
            level = min(level + 1, steps)
            if number and way_back and place == terms["restore_after"]:
                level, way_back = max(level, way_back), 0
        top = level
        way_back = max(way_back, top)
        if number < len(runs) - 1:
            continue
        height, place = paid
        plain = min(terms["first"] + height * terms["step"], terms["most"])
        every = terms["bonus_every"]
        return plain + (terms["bonus"] if every and place % every == 0 else 0)
    return 0


def climb(terms):
    """How many steps there are until the highest amount."""
    count = 0
    while terms["step"] and terms["first"] + count * terms["step"] < terms["most"]:
        count += 1
    return count
