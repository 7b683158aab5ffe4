"""What is wrong in a sheet, or wants a second look."""

from atop_coder.checks.catalogue import CATALOGUE
from atop_coder.checks.problem import Problem, Severity
from atop_coder.checks.rules import RULES, check, count, missing

__all__ = ["CATALOGUE", "RULES", "Problem", "Severity", "check", "count", "missing"]
