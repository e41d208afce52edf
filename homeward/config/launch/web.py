"""The web server's own process: `python -m homeward.config.launch.web HOST PORT WORKERS`."""

import sys

APPLICATION = "homeward.config.launch.web_application:application"
THREADS_EACH = 5


def main(host: str, port: str, workers: str) -> None:
    """Serve until asked to stop. A worker that dies is replaced."""
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


if __name__ == "__main__":
    main(*sys.argv[1:4])
