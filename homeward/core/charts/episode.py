"""The whole episode in one picture: weeks across; phases, hours, risk, tests and events down.

Every mark is a link that says its fact. Labels never lie on one another: the word for today has
a line of its own above the ribbon, its line ends before the events, and events share as many
lines as they need.
"""

from datetime import timedelta

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from homeward.core.charts.episode_facts import EpisodePicture
from homeward.core.charts.episode_marks import events, tests
from homeward.core.charts.episode_rows import hours, phases, row_names, scores
from homeward.core.charts.episode_scale import (
    GAP,
    HOURS,
    LABELS,
    RIBBON,
    ROOM_ABOVE,
    SCORES,
    Scale,
    width_of,
)
from homeward.core.charts.svg import element, number


def episode_picture(picture: EpisodePicture) -> SafeString:
    """The picture as SVG; its sentence is ``picture.words``, its table ``picture.tables``."""
    scale = Scale.of(picture)
    y = float(ROOM_ABOVE)
    parts, names = [phases(picture, scale, y)], []
    y += RIBBON + GAP
    if picture.hours:
        parts.append(hours(picture, scale, y))
        names.append((_("Hours"), y + 14, ""))
        y += HOURS + GAP
    if picture.scores or picture.score_label:
        parts.append(scores(picture, scale, y))
        names.append((picture.score_label, y + 14, picture.score_note))
        y += SCORES + GAP
    if picture.tests:
        marks, height = tests(picture, scale, y)
        parts.append(marks)
        names.append((_("Tests"), y + 11, ""))
        y += height + 8
    line_ends = y - 2
    if picture.events:
        marks, height = events(picture, scale, y)
        parts.append(marks)
        names.append((_("Events"), y + 13, ""))
        y += height
    height_all = y + 22
    parts += [
        _axis(scale, y + 14),
        _today(picture, scale, line_ends),
        row_names(names, height_all),
    ]
    size = "long" if scale.weeks > 36 else "middling" if scale.weeks > 20 else "short"
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


def _axis(scale: Scale, y: float) -> SafeString:
    step = next(each for each in (1, 2, 4, 8) if each * scale.week >= 48 or each == 8)
    return element(
        "g",
        *(
            element(
                "text",
                _("wk %(n)s") % {"n": week + 1},
                css="episode__week",
                x=LABELS + (week + 0.5) * scale.week,
                y=y,
            )
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
