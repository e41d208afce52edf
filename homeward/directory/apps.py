"""The directory room."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Services elsewhere, how far they are, who verified them, and referrals to them."""

    name = "homeward.directory"
