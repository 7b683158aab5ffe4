"""What is wrong in a sheet, or wants a second look."""

from typing import TYPE_CHECKING

from atop_coder.checks.problem import Problem, Severity

if TYPE_CHECKING:
    from atop_coder.checks.catalogue import CATALOGUE
    from atop_coder.checks.rules import RULES, check, count, missing
else:
    from atop_coder.on_use import on_use

    __getattr__ = on_use(
        __name__, {"catalogue": ("CATALOGUE",), "rules": ("RULES", "check", "count", "missing")}
    )

__all__ = ["CATALOGUE", "RULES", "Problem", "Severity", "check", "count", "missing"]
