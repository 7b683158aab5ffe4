"""The alliances that ATOP has published, by number and by who signed when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from atop_coder.reference.tables import Row, first_day, read_table


@dataclass(frozen=True, slots=True)
class Alliance:
    """A published alliance; dates are ISO 8601, whole or cut, and `ended` is "" for one still in effect.

    `cow_v3` and `cow_v4` are the alliance's numbers in two editions of the COW alliance data. `members` are
    the codes of all states that ever belonged to it, in order.
    """

    atop_id: int
    signed: str
    ended: str
    cow_v3: int | None
    cow_v4: int | None
    members: tuple[int, ...]

    @property
    def cow_numbers(self) -> tuple[int, ...]:
        """Its numbers in the COW data, that of the newer edition first; () if these do not have it."""
        return tuple(dict.fromkeys(number for number in (self.cow_v4, self.cow_v3) if number is not None))

    @property
    def cow_words(self) -> str:
        """`3012`, or `247 in version 4 of the COW data and 3012 in version 3`; "" if it has none."""
        if len(self.cow_numbers) > 1:
            return f"{self.cow_v4} in version 4 of the COW data and {self.cow_v3} in version 3"
        return "".join(map(str, self.cow_numbers))

    def fits(self, members: Iterable[int], dates: Iterable[str]) -> bool:
        """Whether it has just these members and was signed on one of these dates, a year alone being none."""
        signed = any(len(date) > len("2003") and _same_date(self.signed, date) for date in dates)
        return signed and set(members) == set(self.members)


class Alliances:
    """All published alliances, in the order of their ATOP ids."""

    def __init__(self, alliances: Iterable[Alliance]) -> None:
        self._by_id = {
            alliance.atop_id: alliance
            for alliance in sorted(alliances, key=lambda alliance: alliance.atop_id)
        }

    def __iter__(self) -> Iterator[Alliance]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, atop_id: int) -> Alliance | None:
        """The alliance with that ATOP id, if it is published."""
        return self._by_id.get(atop_id)

    def matching(self, members: Iterable[int], signed: str) -> tuple[Alliance, ...]:
        """The alliances signed on that date (ISO 8601, whole or cut) to which all these states ever belonged.

        Those with no other members come first. () for no members: such a sheet says too little.
        """
        wanted = set(members)
        found = [
            alliance
            for alliance in self
            if wanted and wanted <= set(alliance.members) and _same_date(alliance.signed, signed)
        ]
        return tuple(sorted(found, key=lambda alliance: len(alliance.members)))

    def one_of(
        self, members: Iterable[int], dates: Iterable[str], atop_id: int | None = None
    ) -> Alliance | None:
        """The one alliance with just these members that was signed on one of these dates (ISO 8601).

        None if there is none, or several between which `atop_id` does not decide, or if `atop_id` is that of
        another published alliance. A year alone is too little of a date.
        """
        codes, days = tuple(members), tuple(dates)
        fitting = [alliance for alliance in self if alliance.fits(codes, days)]
        if atop_id in self._by_id:
            fitting = [alliance for alliance in fitting if alliance.atop_id == atop_id]
        return fitting[0] if len(fitting) == 1 else None


def _same_date(one: str, other: str) -> bool:
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


@cache
def load_alliances() -> Alliances:
    """The alliances of resources/atop/; ValueError with file and line if the table is broken."""
    columns = ("atop_id", "signed", "ended", "cow_v3", "cow_v4", "members")
    return Alliances(read_table("atop/alliances.csv", columns, _alliance))


def _alliance(row: Row) -> Alliance:
    for column in ("signed", "ended"):
        first_day(row[column])  # refuses what is no date
    return Alliance(
        int(row["atop_id"]),
        row["signed"],
        row["ended"],
        int(row["cow_v3"]) if row["cow_v3"] else None,
        int(row["cow_v4"]) if row["cow_v4"] else None,
        tuple(int(code) for code in row["members"].split()),
    )
