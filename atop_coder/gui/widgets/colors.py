"""The colours of the window by role, light and dark, each pair of text and ground at WCAG AA or better."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Colors:
    """One scheme: a colour in #rrggbb for each role.

    Grounds: `page` behind the cards, `panel` of outline and status line, `card`, `field` inside a card.
    Text: `ink` for answers, `quiet` for prompts, both readable on every ground and on every soft tint.
    `border` is a hairline that only decorates; `edge` outlines what can be typed into (3 to 1 on its card).
    `accent` marks the current question and what is chosen, and nothing else; `accent_text` stands on it.
    `error`, `warning`, `note`, `ok` are for text and symbols, readable on grounds and on their `_soft` tint.
    """

    page: str
    panel: str
    card: str
    field: str
    hover: str
    ink: str
    quiet: str
    border: str
    edge: str
    accent: str
    accent_text: str
    accent_soft: str
    accent_hover: str
    error: str
    error_soft: str
    warning: str
    warning_soft: str
    note: str
    note_soft: str
    ok: str
    ok_soft: str
    handle: str
    handle_hover: str


LIGHT = Colors(
    page="#f6f5f2",
    panel="#efeeea",
    card="#ffffff",
    field="#fbfaf8",
    hover="#f0efeb",
    ink="#1b1f24",
    quiet="#59616c",
    border="#e0ded8",
    edge="#8f9196",
    accent="#1d5c8c",
    accent_text="#ffffff",
    accent_soft="#e4edf5",
    accent_hover="#174b73",
    error="#ae2219",
    error_soft="#fdebe9",
    warning="#835400",
    warning_soft="#fcf3da",
    note="#3d5a80",
    note_soft="#e9eff6",
    ok="#27714a",
    ok_soft="#e5f3ea",
    handle="#c3c1ba",
    handle_hover="#96948d",
)

DARK = Colors(
    page="#191c20",
    panel="#1f2226",
    card="#25282d",
    field="#1d2024",
    hover="#2e3238",
    ink="#eceef0",
    quiet="#a5acb5",
    border="#363a40",
    edge="#777d86",
    accent="#7fb9e6",
    accent_text="#0c1c2a",
    accent_soft="#243a4e",
    accent_hover="#a3cdef",
    error="#f49a92",
    error_soft="#3d2523",
    warning="#e6bd62",
    warning_soft="#372e1a",
    note="#a9c4e4",
    note_soft="#263242",
    ok="#82c89b",
    ok_soft="#203528",
    handle="#4a4f56",
    handle_hover="#6b717a",
)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours in #rrggbb, from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
