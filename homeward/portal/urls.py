"""Addresses of this door."""

from typing import Any

app_name = "portal"
urlpatterns: list[Any] = []
