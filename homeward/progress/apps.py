"""The progress room."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    """Hours, level-of-care reviews, outreach, discharge and continuing care."""

    name = "homeward.progress"

    def ready(self) -> None:
        from homeward.plans import record_lines
        from homeward.progress import (  # they register themselves
            consent_events,
            denying,  # noqa: F401
            inviting,  # noqa: F401
            listeners,  # noqa: F401
            medicines,  # noqa: F401
            plan_lines,
            rooms_below,
            tasks_opened,  # noqa: F401
            triggers,  # noqa: F401
            words,
        )

        words.register()
        consent_events.register()
        rooms_below.register()
        record_lines.register("progress", plan_lines.lines_of)
