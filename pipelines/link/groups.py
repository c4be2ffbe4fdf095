"""Things that belong together, joined one pair at a time: disjoint sets as a table of the world, so that they need no memory.

What does not belong here: which things belong together.
"""
from pipelines.link.world import World


class Groups:
    """Every name alone until it is joined. A group goes by a number."""

    def __init__(self, world: World, table: str) -> None:
        self._rows, self._table = world.rows, table
        self._rows.execute(f"CREATE TABLE {table} (name TEXT PRIMARY KEY, grouped INTEGER) WITHOUT ROWID")
        self._rows.execute(f"CREATE INDEX {table}_grouped ON {table} (grouped)")
        self._next = 0

    def group_of(self, name: str) -> int:
        found = self._rows.execute(f"SELECT grouped FROM {self._table} WHERE name = ?", (name,)).fetchone()
        if found is not None:
            return int(found[0])
        self._next += 1
        self._rows.execute(f"INSERT INTO {self._table} VALUES (?, ?)", (name, self._next))
        return self._next

    def members(self, group: int) -> list[str]:
        return [name for name, in self._rows.execute(f"SELECT name FROM {self._table} WHERE grouped = ?", (group,))]

    def join(self, one: int, other: int) -> None:
        """The second group goes up in the first."""
        if one != other:
            self._rows.execute(f"UPDATE {self._table} SET grouped = ? WHERE grouped = ?", (one, other))
