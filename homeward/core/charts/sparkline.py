"""A small line of scores beside a number."""

from django.utils.safestring import SafeString

from homeward.core.charts.svg import element, number

WIDTH, HEIGHT, EDGE = 96, 24, 3


def sparkline_svg(values: tuple[float, ...], label: str) -> SafeString:
    """Scores from left to right, the last one dotted; the label says them in words."""
    if not values:
        return element(
            "svg", css="sparkline", role="img", aria_label=label, width=WIDTH, height=HEIGHT
        )
    low, high = min(values), max(values)
    spread = (high - low) or 1
    step = (WIDTH - 2 * EDGE) / max(1, len(values) - 1)
    points = [
        (EDGE + index * step, HEIGHT - EDGE - (value - low) / spread * (HEIGHT - 2 * EDGE))
        for index, value in enumerate(values)
    ]
    line = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    last_x, last_y = points[-1]
    return element(
        "svg",
        element("polyline", css="sparkline__line", points=line),
        element("circle", css="sparkline__last", cx=last_x, cy=last_y, r=2.5),
        css="sparkline",
        role="img",
        aria_label=label,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        width=WIDTH,
        height=HEIGHT,
    )
