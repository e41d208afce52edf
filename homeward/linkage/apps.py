"""The linkage room."""

from django.apps import AppConfig


class LinkageConfig(AppConfig):
    """What people need beyond treatment, who they were sent to, and whether they got there."""

    name = "homeward.linkage"
