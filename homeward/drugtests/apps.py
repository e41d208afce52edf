"""The drug tests room."""

from django.apps import AppConfig


class DrugtestsConfig(AppConfig):
    """Fair draws, orders, collections, results."""

    name = "homeward.drugtests"

    def ready(self) -> None:
        from homeward.drugtests import (  # they register themselves
            dispute_duty,
            listeners,  # noqa: F401
            panel_duty,
            words,
        )

        words.register()
        panel_duty.register()
        dispute_duty.register()
