"""Pictures made of facts: hours bar, sparkline, the whole episode."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from homeward.core.charts import EpisodePicture, Hours, episode_picture, hours_svg, sparkline_svg

register = template.Library()


@register.simple_tag
def hours_bar(hours: Hours, numbers: bool = True, wide: bool = False) -> SafeString:
    """Hours delivered, still planned, and the line that is required."""
    return render_to_string(
        "core/components/hours_bar.html",
        {"hours": hours, "svg": hours_svg(hours), "numbers": numbers, "wide": wide},
    )


@register.simple_tag
def sparkline(values: list[float], label: str) -> SafeString:
    """A small line of scores; its words are the label."""
    return sparkline_svg(tuple(values), label)


@register.simple_tag
def episode_chart(episode: EpisodePicture) -> SafeString:
    """The whole episode in one picture, and the same facts as a table below."""
    return render_to_string(
        "core/components/episode.html",
        {"episode": episode, "svg": episode_picture(episode)},
    )
