"""Files by their names, told apart where several bear the same one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path


def short_names(paths: Iterable[Path]) -> Mapping[Path, str]:
    """Each file by its name; where others bear it too, with as many folders before it as tell them apart."""
    alike: dict[str, list[Path]] = defaultdict(list)
    for path in dict.fromkeys(paths):
        alike[path.name].append(path)
    return {path: name for group in alike.values() for path, name in _told_apart(group)}


def _told_apart(group: list[Path]) -> Iterable[tuple[Path, str]]:
    deepest = max(len(path.parts) for path in group)
    for depth in range(1, deepest + 1):
        names = [Path(*path.parts[-depth:]).as_posix() for path in group]
        if len(set(names)) == len(group):
            return zip(group, names, strict=True)
    return ((path, str(path)) for path in group)
