"""The marks of the whole-episode picture that stand on a day: tests and events."""

from django.utils.safestring import SafeString

from homeward.core.charts.episode_facts import EpisodePicture, on_day
from homeward.core.charts.episode_scale import LANE, Scale, lanes_for, width_of
from homeward.core.charts.svg import element, link

# Shape and glyph carry a test's result; colour only repeats it.
GLYPHS = {"positive": "+", "presumptive": "?", "missed": "×", "refused": "×", "invalid": "!"}
HOLLOW = {"excused", "pending", "presumptive"}
SQUARE = {"missed", "refused"}
LONGEST_LABEL = 34  # letters


def tests(picture: EpisodePicture, scale: Scale, y: float) -> tuple[SafeString, float]:
    """Each test on its day, on as many lines as keep them apart; and the height they take."""
    radius = 6.0 if scale.week >= 30 else 5.0
    marks = sorted(picture.tests, key=lambda each: each.on)
    spans = [(scale.x(each.on) - radius, scale.x(each.on) + radius + 1) for each in marks]
    lanes = lanes_for(spans, most=6)
    parts = []
    for mark, lane in zip(marks, lanes, strict=True):
        x = scale.x(mark.on)
        middle = y + 7 + (lane or 0) * (2 * radius + 3)
        words = f"{mark.words}, {on_day(mark.on)}"
        kind = f"episode__test episode__test--{mark.result}"
        if mark.result in SQUARE:
            shape = element(
                "rect",
                css=kind,
                x=x - radius,
                y=middle - radius,
                width=2 * radius,
                height=2 * radius,
                rx=2,
            )
        else:
            shape = element("circle", css=kind, cx=x, cy=middle, r=radius)
        glyph = GLYPHS.get(mark.result, "")
        face = "episode__glyph--dark" if mark.result in HOLLOW else ""
        letter = (
            element("text", glyph, css=f"episode__glyph {face}".strip(), x=x, y=middle + 3.6)
            if glyph
            else ""
        )
        parts.append(link(mark.url, words, shape, letter))
    lines = max([lane or 0 for lane in lanes], default=0) + 1
    return element("g", *parts), 14 + (lines - 1) * (2 * radius + 3)


def events(picture: EpisodePicture, scale: Scale, y: float) -> tuple[SafeString, float]:
    """Each event on its day with its label where there is room; and the height they take."""
    marks = sorted(picture.events, key=lambda each: each.on)
    labels = [
        each.label
        if len(each.label) <= LONGEST_LABEL
        else each.label[: LONGEST_LABEL - 1].rstrip() + "…"
        for each in marks
    ]
    spans = []
    for mark, label in zip(marks, labels, strict=True):
        x = scale.x(mark.on)
        # Near the right edge a label stands to the left of its day.
        begins = x if x + width_of(label) + 8 <= scale.width else x - width_of(label) - 8
        spans.append((begins, begins + width_of(label) + 12))
    order = sorted(range(len(marks)), key=lambda index: spans[index][0])
    lane_of = dict(zip(order, lanes_for([spans[index] for index in order]), strict=True))
    lines = max((lane for lane in lane_of.values() if lane is not None), default=0) + 1
    parts = []
    for index, (mark, label) in enumerate(zip(marks, labels, strict=True)):
        x, lane = scale.x(mark.on), lane_of[index]
        base = y + 13 + (lane or 0) * LANE
        stem = element("line", css="episode__stem", x1=x, x2=x, y1=base - 11, y2=base + 4)
        left = spans[index][0] >= x
        text = (
            element(
                "text",
                label,
                css="episode__event",
                x=x + 5 if left else x - 5,
                y=base,
                text_anchor="start" if left else "end",
            )
            if lane is not None
            else ""
        )
        parts.append(link(mark.url, f"{mark.label}, {on_day(mark.on)}", stem, text))
    return element("g", *parts), lines * LANE + 6
