"""The whole episode in one picture: weeks across; phases, hours, risk, tests and events down.

Every mark is a link that says its fact; labels never lie on one another: the word for today has
a line of its own above the ribbon, and events share as many lines as they need.
"""

from datetime import timedelta

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from homeward.core.charts.episode_facts import WEEK, EpisodePicture, number_words, on_day
from homeward.core.charts.episode_scale import (
    GAP,
    HOURS,
    LABELS,
    LANE,
    RIBBON,
    ROOM_ABOVE,
    SCORES,
    Scale,
    lanes_for,
    shortened,
    width_of,
)
from homeward.core.charts.hours import in_hours
from homeward.core.charts.svg import element, link, number

# Shape and glyph carry a test's result; colour only repeats it.
GLYPHS = {"positive": "+", "presumptive": "?", "missed": "×", "refused": "×", "invalid": "!"}
HOLLOW = {"excused", "pending", "presumptive"}
SQUARE = {"missed", "refused"}
LONGEST_LABEL = 34  # letters


def episode_picture(picture: EpisodePicture) -> SafeString:
    """The picture as SVG; its sentence is ``picture.words``, its table ``picture.tables``."""
    scale = Scale.of(picture)
    y = float(ROOM_ABOVE)
    parts = [_phases(picture, scale, y)]
    y += RIBBON + GAP
    if picture.hours:
        parts.append(_hours(picture, scale, y))
        y += HOURS + GAP
    if picture.scores or picture.score_label:
        parts.append(_scores(picture, scale, y))
        y += SCORES + GAP
    tests, height = _tests(picture, scale, y)
    parts.append(tests)
    y += height + 8
    events, height = _events(picture, scale, y)
    parts.append(events)
    y += height
    parts += [_axis(scale, y + 14), _today(picture, scale, y)]
    size = "long" if scale.weeks > 36 else "middling" if scale.weeks > 20 else "short"
    height_all = y + 22
    title = element("title", _("The whole episode"), id=f"{picture.key}-title")
    desc = element("desc", picture.words, id=f"{picture.key}-desc")
    return element(
        "svg",
        title,
        desc,
        *parts,
        css=f"episode__picture episode__picture--{size}",
        role="group",
        aria_labelledby=f"{picture.key}-title",
        aria_describedby=f"{picture.key}-desc",
        viewBox=f"0 0 {number(scale.width)} {number(height_all)}",
    )


def _row_name(text: str, y: float, note: str = "") -> str:
    name = element("text", text, css="episode__row", x=0, y=y, aria_hidden="true")
    if note:
        name += element("text", note, css="episode__note", x=0, y=y + 14, aria_hidden="true")
    return name


def _phases(picture: EpisodePicture, scale: Scale, y: float) -> SafeString:
    parts = []
    for span in picture.phases:
        left, right = scale.x(span.starts_on), scale.x(span.ends_on)
        if right - left < 1:
            continue
        last = on_day(span.ends_on - timedelta(days=1))
        facts = {"phase": span.label, "first": on_day(span.starts_on), "last": last}
        words = _("%(phase)s: %(first)s to %(last)s") % facts
        if span.planned:
            words += ", " + _("planned")
        state = " episode__phase--planned" if span.planned else ""
        bar = element(
            "rect", x=left, y=y, width=max(1.0, right - left - 2), height=RIBBON, rx=5
        )
        shown = shortened(span.label, right - left - 16)
        text = element("text", shown, x=left + 8, y=y + 16) if shown else ""
        parts.append(link("", words, bar, text, css=f"episode__phase phase-{span.phase}{state}"))
    return element("g", *parts)


def _hours(picture: EpisodePicture, scale: Scale, y: float) -> SafeString:
    top = max([each.delivered + each.planned for each in picture.hours] + [each.required for each in picture.hours] + [1.0]) * 1.08
    floor = y + HOURS
    parts = [_row_name(_("Hours"), y + 14)]

    def tall(amount: float) -> float:
        return amount / top * HOURS

    for week in picture.hours:
        x = scale.x(week.starts_on)
        inset = scale.week * 0.2
        width = scale.week - 2 * inset
        marks = [
            element("rect", css="episode__hit", x=x, y=y, width=scale.week, height=HOURS)
        ]
        if week.planned:
            whole = tall(week.delivered + week.planned)
            marks.append(
                element("rect", css="episode__planned", x=x + inset, y=floor - whole, width=width, height=whole, rx=3)
            )
        if week.delivered:
            done = tall(week.delivered)
            marks.append(
                element("rect", css=f"episode__hours episode__hours--{_standing(week.delivered, week.required)}", x=x + inset, y=floor - done, width=width, height=done, rx=3)
            )
        if week.required:
            line = floor - tall(week.required)
            ahead = " episode__required--ahead" if week.starts_on > picture.today else ""
            marks.append(
                element("line", css=f"episode__required{ahead}", x1=x + inset / 2, x2=x + scale.week - inset / 2, y1=line, y2=line)
            )
        nth = (week.starts_on - picture.starts_on).days // WEEK + 1
        words = _("Week %(n)s: %(delivered)s of %(required)s hours") % {
            "n": nth,
            "delivered": in_hours(week.delivered),
            "required": in_hours(week.required),
        }
        if week.planned:
            words += ", " + _("%(hours)s still planned") % {"hours": in_hours(week.planned)}
        parts.append(link(week.url, words, *marks))
    return element("g", *parts)


def _standing(delivered: float, required: float) -> str:
    """Full at the required hours, low under half of them, part between."""
    if delivered >= required:
        return "full"
    return "low" if delivered < required / 2 else "part"


def _scores(picture: EpisodePicture, scale: Scale, y: float) -> SafeString:
    low, high = picture.score_scale
    spread = (high - low) or 1

    def at(value: float) -> float:
        return y + SCORES - (min(max(value, low), high) - low) / spread * SCORES

    parts = [_row_name(picture.score_label, y + 14, picture.score_note)]
    if picture.score_band:
        bottom, top = picture.score_band
        parts.append(
            element("rect", css="episode__band", x=LABELS, y=at(top), width=scale.right - LABELS, height=max(1.0, at(bottom) - at(top)))
        )
    points = [(scale.x(each.on), at(each.value), each) for each in picture.scores]
    if len(points) > 1:
        line = " ".join(f"{number(x)},{number(height)}" for x, height, _mark in points)
        parts.append(element("polyline", css="episode__line", points=line))
    for x, height, mark in points:
        words = f"{picture.score_label} {number_words(mark.value)}, {on_day(mark.on)}"
        dot = element("circle", css="episode__dot", cx=x, cy=height, r=3.5)
        parts.append(link(mark.url, words, dot))
    return element("g", *parts)


def _tests(picture: EpisodePicture, scale: Scale, y: float) -> tuple[SafeString, float]:
    radius = 6.0 if scale.week >= 30 else 5.0
    marks = sorted(picture.tests, key=lambda each: each.on)
    spans = [(scale.x(each.on) - radius, scale.x(each.on) + radius + 1) for each in marks]
    lanes = lanes_for(spans, most=6)
    parts = [_row_name(_("Tests"), y + 11)]
    for mark, lane in zip(marks, lanes, strict=True):
        x = scale.x(mark.on)
        middle = y + 7 + (lane or 0) * (2 * radius + 3)
        words = f"{mark.words}, {on_day(mark.on)}"
        kind = f"episode__test episode__test--{mark.result}"
        if mark.result in SQUARE:
            shape = element("rect", css=kind, x=x - radius, y=middle - radius, width=2 * radius, height=2 * radius, rx=2)
        else:
            shape = element("circle", css=kind, cx=x, cy=middle, r=radius)
        glyph = GLYPHS.get(mark.result, "")
        face = "episode__glyph--dark" if mark.result in HOLLOW else ""
        letter = element("text", glyph, css=f"episode__glyph {face}".strip(), x=x, y=middle + 3.6) if glyph else ""
        parts.append(link(mark.url, words, shape, letter))
    lines = max([lane or 0 for lane in lanes], default=0) + 1
    return element("g", *parts), 14 + (lines - 1) * (2 * radius + 3)


def _events(picture: EpisodePicture, scale: Scale, y: float) -> tuple[SafeString, float]:
    if not picture.events:
        return element("g"), 0.0
    marks = sorted(picture.events, key=lambda each: each.on)
    labels = [
        each.label if len(each.label) <= LONGEST_LABEL else each.label[: LONGEST_LABEL - 1].rstrip() + "…"
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
    parts = [_row_name(_("Events"), y + 13)]
    for index, (mark, label) in enumerate(zip(marks, labels, strict=True)):
        x, lane = scale.x(mark.on), lane_of[index]
        base = y + 13 + (lane or 0) * LANE
        stem = element("line", css="episode__stem", x1=x, x2=x, y1=y, y2=base + 4 if lane is not None else y + 8)
        left = spans[index][0] >= x
        text = (
            element("text", label, css="episode__event", x=x + 5 if left else x - 5, y=base, text_anchor="start" if left else "end")
            if lane is not None
            else ""
        )
        parts.append(link(mark.url, f"{mark.label}, {on_day(mark.on)}", stem, text))
    return element("g", *parts), lines * LANE + 6


def _axis(scale: Scale, y: float) -> SafeString:
    step = next(each for each in (1, 2, 4, 8) if each * scale.week >= 48 or each == 8)
    return element(
        "g",
        *(
            element("text", _("wk %(n)s") % {"n": week + 1}, css="episode__week", x=LABELS + (week + 0.5) * scale.week, y=y)
            for week in range(0, scale.weeks, step)
        ),
        aria_hidden="true",
    )


def _today(picture: EpisodePicture, scale: Scale, y: float) -> SafeString:
    if not picture.starts_on <= picture.today <= picture.starts_on + timedelta(weeks=scale.weeks):
        return element("g")
    x = scale.x(picture.today)
    words = _("Today")
    half = width_of(words) / 2
    middle = min(max(x, LABELS + half), scale.width - half)
    return element(
        "g",
        element("line", css="episode__today", x1=x, x2=x, y1=ROOM_ABOVE - 3, y2=y),
        element("text", words, css="episode__now", x=middle, y=ROOM_ABOVE - 6),
        aria_hidden="true",
    )
