"""Which modules and functions the time of a profile went to."""

import pstats
from collections import Counter
from pathlib import Path

SHOWN = 18


def print_shares(stats: pstats.Stats) -> None:
    """Print the share of the modules and of the functions that took most, what they called left out."""
    own = own_times(stats)
    total = sum(own.values())
    modules: Counter[str] = Counter()
    for (module, _), seconds in own.items():
        modules[module] += seconds
    for module, seconds in modules.most_common(SHOWN):
        print(f"  {seconds / total:6.1%}  {module}")
    print()
    for (module, function), seconds in own.most_common(SHOWN):
        print(f"  {seconds / total:6.1%}  {module}  {function}")


def own_times(stats: pstats.Stats) -> Counter[tuple[str, str]]:
    """Seconds by (module, function); what is built into Python counts for the function that called it."""
    own: Counter[tuple[str, str]] = Counter()
    for function, (_, _, seconds, _, callers) in stats.stats.items():  # type: ignore[attr-defined]  # no stub
        if function[0].startswith("~") and callers:
            for caller, (_, _, part, _) in callers.items():
                own[place(caller)] += part
        else:
            own[place(function)] += seconds
    return own


def place(function: tuple[str, int, str]) -> tuple[str, str]:
    """The module, by its place in the package or by its folder, and the function's name."""
    file, line, name = function
    parts = Path(file).parts
    start = len(parts) - parts[::-1].index("atop_coder") if "atop_coder" in parts else -2
    return "/".join(parts[start:]), f"{name} (line {line})"
