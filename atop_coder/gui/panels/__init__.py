"""The panels at the right of the window, in the order of their tabs."""

from atop_coder.gui.panel import Panel
from atop_coder.gui.panels.original import OriginalPanel
from atop_coder.gui.panels.problems import ProblemsPanel

PANELS: tuple[type[Panel], ...] = (OriginalPanel, ProblemsPanel)
