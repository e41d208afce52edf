"""The linkage room."""

from django.apps import AppConfig


class LinkageConfig(AppConfig):
    """Needs and places that help, work, recovery residences, mutual help, transfers until kept."""

    name = "homeward.linkage"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.linkage import (
            duties,
            listeners,  # noqa: F401 - registers itself
            refusal_words,
            words,
        )

        reasons_words.register(words.REASONS)
        reasons_words.register(refusal_words.REFUSALS)
        duties.register()
