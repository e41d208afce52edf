"""The aftercare room."""

from django.apps import AppConfig


class AftercareConfig(AppConfig):
    """What follows a discharge: check-ups, alumni, endings, and the way back."""

    name = "homeward.aftercare"

    def ready(self) -> None:
        from homeward.aftercare import (  # noqa: F401 - two register themselves
            asked_again,
            duties,
            duty_proofs,
            listeners,
            words,
        )

        duties.register()
        duty_proofs.register()
        words.register()
