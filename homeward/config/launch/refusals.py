"""What stops a start, said so that a person can mend it."""


class LaunchRefused(Exception):
    """The start cannot go on; the message says what to do. The command exits with status 2."""


class LaunchFailed(Exception):
    """A step of the start went wrong; the message ends with what the step said. Status 1."""
