"""The panels at the right of the window, in the order of their tabs."""

from atop_coder.gui.panel import Panel
from atop_coder.gui.panels.original import OriginalPanel
from atop_coder.gui.panels.problems import ProblemsPanel
from atop_coder.gui.panels.reference import ReferencePanel
from atop_coder.gui.panels.review import ReviewPanel

PANELS: tuple[type[Panel], ...] = (OriginalPanel, ProblemsPanel, ReferencePanel, ReviewPanel)
