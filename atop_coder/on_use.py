"""Names of a package that are imported from its modules when they are first used, not when it is imported."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def on_use(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """The `__getattr__` of a package whose modules (`homes`: module -> names) are loaded as they are needed.

    Who imports one small module of a package would else load all of them.
    """
    places = {name: f"{package}.{module}" for module, names in homes.items() for name in names}

    def find(name: str) -> Any:
        if name not in places:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(places[name]), name)

    return find
