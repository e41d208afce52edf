"""The room of the day plan."""

from django.apps import AppConfig


class DayplansConfig(AppConfig):
    """The day without empty hours: what stands in it, what is empty, and what one fills it with."""

    name = "homeward.dayplans"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.core.code_words import register_code_words
        from homeward.dayplans import for_reviews, words

        reasons_words.register(words.REASONS)
        reasons_words.register(words.TOLD_TO_STAFF)
        reasons_words.register(words.REFUSALS)
        register_code_words(words.CODES)
        for_reviews.register()
