"""What an input may be at most. What belongs here: numbers and why. What does not: acting on them (`files`, `document` …)."""
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds; what exceeds one of them is rejected with that reason.

    A transcript of a long press conference has 0.1 million characters, so those of a text leave a factor of twenty and more.
    """

    max_bytes: int = 16_000_000  # of one text: a file, a member of an archive, a row; bulk files may be larger
    max_chars: int = 4_000_000
    max_line_chars: int = 1_000_000  # a line longer than this is data, not prose
    max_depth: int = 5_000  # of nested elements of a web page; real ones have dozens
    max_pages: int = 2_000  # of a PDF
    max_members: int = 100_000  # of an archive
    max_rows: int = 10_000_000  # of a bulk file
    max_unpacked_bytes: int = 20_000_000_000  # of an archive or a compressed bulk file, all of it
    max_ratio: int = 200  # of unpacked to packed bytes; text packs to a third, a tenth at best
    max_seconds: float = 20.0  # for reading one foreign format; a long PDF takes two
    max_coding_seconds: float = 60.0  # of the processor, for coding one text; the longest take ten, those above 500,000 characters get more
    max_memory_bytes: int = 2_000_000_000  # for the same
