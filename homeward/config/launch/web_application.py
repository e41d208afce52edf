"""The application as one web worker loads it.

A worker whose server was killed would go on holding the port; so it dies with it.
"""

from homeward.config.launch.offspring import die_with_parent

die_with_parent()

from homeward.config.wsgi import application  # noqa: E402  (only after the line above)

__all__ = ["application"]
