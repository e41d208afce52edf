"""The web server's own process: `python -m homeward.config.launch.web HOST PORT WORKERS`."""

import sys

APPLICATION = "homeward.config.launch.web_application:application"
THREADS_EACH = 5


def main(host: str, port: str, workers: str) -> None:
    """Serve until asked to stop. A worker that dies is replaced."""
    preload()
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    Server(
        APPLICATION,
        address=host,
        port=int(port),
        interface=Interfaces.WSGI,
        workers=int(workers),
        blocking_threads=THREADS_EACH,
        backlog=512,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=3,
        websockets=False,
    ).serve()


def preload() -> None:
    """Import the application once, before workers fork from this process and share it.

    Opens no connection: one made before a fork would be used by several workers at once.
    """
    from importlib import import_module

    import django
    from django.conf import settings

    django.setup()
    import_module(settings.ROOT_URLCONF)
    for middleware in settings.MIDDLEWARE:
        import_module(middleware.rpartition(".")[0])
    calm_the_collector()


def calm_the_collector() -> None:
    """Leave what was loaded at the start alone, and look for cycles more rarely.

    A page of hundreds of rows makes enough objects to set off several full rounds over everything
    that is loaded; at its slowest one in twenty took half as long again.
    """
    import gc

    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


if __name__ == "__main__":
    main(*sys.argv[1:4])
