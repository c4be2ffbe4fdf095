"""What a command may refuse, in one line a person can act on."""


class Fault(Exception):
    """Shown as `communique: <message>`; the command ends with `status`."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.status = status
