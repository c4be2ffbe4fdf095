"""What a file may be at most. What belongs here: numbers and why. What does not: acting on them (`folder`, `decode`)."""
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds per file; what exceeds one of them is rejected with that reason.

    A transcript of a long press conference has 0.1 million characters, so the defaults leave a factor of twenty.
    """

    max_bytes: int = 16_000_000
    max_chars: int = 4_000_000
    max_line_chars: int = 1_000_000  # a line longer than this is data, not prose
