"""A title put above a text that lacks it: a headline is part of what is told, and everything after this reads text alone."""

LOOKED_AT = 2_000  # characters at the start of a text in which its title may stand


def titled(text: str, title: str | None) -> str:
    """The text, below its title unless that stands near the start already (case and white space apart)."""
    head = " ".join(text[:LOOKED_AT].split()).casefold()
    return text if not title or title.casefold() in head else f"{title}\n\n{text}"
