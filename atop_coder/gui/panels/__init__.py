"""The panels at the right of the window, in the order of their tabs."""

from atop_coder.gui.panel import Panel

PANELS: tuple[type[Panel], ...] = ()
