"""The rows of the whole-episode picture that fill weeks: phases, hours, scores."""

from datetime import timedelta

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from homeward.core.charts.episode_facts import WEEK, EpisodePicture, WeekHours, number_words, on_day
from homeward.core.charts.episode_scale import HOURS, LABELS, RIBBON, SCORES, Scale, shortened
from homeward.core.charts.hours import in_hours
from homeward.core.charts.svg import element, link, number


def row_names(names: list[tuple[str, float, str]], height: float) -> SafeString:
    """Each row's name at its left with a smaller note; it stays while a long picture scrolls."""
    parts = [
        element("rect", css="episode__ground", x=0, y=0, width=LABELS - 8, height=height),
    ]
    for text, y, note in names:
        parts.append(element("text", text, css="episode__row", x=0, y=y))
        if note:
            parts.append(element("text", note, css="episode__note", x=0, y=y + 14))
    return element("g", *parts, css="episode__names", aria_hidden="true")


def phases(picture: EpisodePicture, scale: Scale, y: float) -> SafeString:
    """The ribbon of phases; planned ones are pale."""
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
        bar = element("rect", x=left, y=y, width=max(1.0, right - left - 2), height=RIBBON, rx=5)
        shown = shortened(span.label, right - left - 16)
        text = element("text", shown, x=left + 8, y=y + 16) if shown else ""
        parts.append(link("", words, bar, text, css=f"episode__phase phase-{span.phase}{state}"))
    return element("g", *parts)


def hours(picture: EpisodePicture, scale: Scale, y: float) -> SafeString:
    """Hours delivered against required, week by week."""
    top = (
        max(
            [each.delivered + each.planned for each in picture.hours]
            + [each.required for each in picture.hours]
            + [1.0]
        )
        * 1.08
    )
    floor = y + HOURS
    parts = []

    def tall(amount: float) -> float:
        return amount / top * HOURS

    for nth, week in enumerate(picture.hours, 1):
        x = scale.x(week.starts_on)
        room = scale.x(week.starts_on + timedelta(days=WEEK)) - x  # the first may be part of a week
        inset = room * 0.2
        width = room - 2 * inset
        marks = [element("rect", css="episode__hit", x=x, y=y, width=room, height=HOURS)]
        if week.planned:
            whole = tall(week.delivered + week.planned)
            marks.append(
                element(
                    "rect",
                    css="episode__planned",
                    x=x + inset,
                    y=floor - whole,
                    width=width,
                    height=whole,
                    rx=3,
                )
            )
        if week.delivered:
            done = tall(week.delivered)
            marks.append(
                element(
                    "rect",
                    css=f"episode__hours episode__hours--{standing(week)}",
                    x=x + inset,
                    y=floor - done,
                    width=width,
                    height=done,
                    rx=3,
                )
            )
        if week.required:
            line = floor - tall(week.required)
            ahead = " episode__required--ahead" if week.starts_on > picture.today else ""
            marks.append(
                element(
                    "line",
                    css=f"episode__required{ahead}",
                    x1=x + inset / 2,
                    x2=x + room - inset / 2,
                    y1=line,
                    y2=line,
                )
            )
        words = _("Week %(n)s: %(delivered)s of %(required)s hours") % {
            "n": nth,
            "delivered": in_hours(week.delivered),
            "required": in_hours(week.required),
        }
        if week.planned:
            words += ", " + _("%(hours)s still planned") % {"hours": in_hours(week.planned)}
        parts.append(link(week.url, words, *marks))
    return element("g", *parts)


def standing(week: WeekHours) -> str:
    """Full at the required hours, low under half of them, part between."""
    if week.delivered >= week.required:
        return "full"
    return "low" if week.delivered < week.required / 2 else "part"


def scores(picture: EpisodePicture, scale: Scale, y: float) -> SafeString:
    """The line of scores with the band that calls for attention."""
    low, high = picture.score_scale
    spread = (high - low) or 1

    def at(value: float) -> float:
        return y + SCORES - (min(max(value, low), high) - low) / spread * SCORES

    parts = []
    if picture.score_band:
        bottom, top = picture.score_band
        parts.append(
            element(
                "rect",
                css="episode__band",
                x=LABELS,
                y=at(top),
                width=scale.right - LABELS,
                height=max(1.0, at(bottom) - at(top)),
            )
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
