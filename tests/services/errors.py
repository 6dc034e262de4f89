"""What the services of the tests raise."""


class ServiceMissing(Exception):
    """A real service that a test needs is not installed or does not start. A failure, never a reason to skip."""
