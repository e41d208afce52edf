"""Where to go back to: an address of this house, or the first page."""

from django.utils.http import url_has_allowed_host_and_scheme


def way_back(asked: str | None, otherwise: str) -> str:
    """The path that was asked for when it is ours; never another host, never a bare word."""
    is_path = bool(asked) and asked.startswith("/")  # type: ignore[union-attr]
    if is_path and url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        return str(asked)
    return otherwise
