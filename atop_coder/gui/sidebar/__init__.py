"""The panels at the right of the window, in the order of their tabs."""

from atop_coder.gui.sidebar.panel import PanelKind

REVIEW = "Review"
PANELS = tuple(
    PanelKind(title, f"{__name__}.{module}", name)
    for title, module, name in (
        ("Original", "source.original", "OriginalPanel"),
        ("Problems", "problems", "ProblemsPanel"),
        ("Reference", "reference", "ReferencePanel"),
        (REVIEW, "review", "ReviewPanel"),
    )
)
