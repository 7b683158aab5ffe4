"""What happens to an open sheet, for those who want to hear of it."""

from collections.abc import Callable
from typing import Generic, ParamSpec

P = ParamSpec("P")


class Event(Generic[P]):
    """Calls everybody who is connected, in turn and at once."""

    def __init__(self) -> None:
        self._hearers: list[Callable[P, object]] = []

    def connect(self, hearer: Callable[P, object]) -> None:
        """From now on it is called each time."""
        self._hearers.append(hearer)

    def emit(self, *args: P.args, **more: P.kwargs) -> None:
        for hearer in tuple(self._hearers):
            hearer(*args, **more)
