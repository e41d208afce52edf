"""The directory room."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Services elsewhere, how far they are, who verified them, and referrals to them."""

    name = "homeward.directory"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.directory import (
            duties,  # noqa: F401 - registers the duty of a referral
            refusal_words,
        )

        reasons_words.register(refusal_words.REFUSALS)
