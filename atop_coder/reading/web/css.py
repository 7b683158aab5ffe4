"""As much of a page's styles as tells how words are set: rules for tags, classes and ids; no others."""

import re
from collections.abc import Iterator, Mapping

_LONGEST = 300_000  # characters of rules
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_MEDIA = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]*;")
_RULE = re.compile(r"(?<![^{}])([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"[a-z][a-z0-9]*(?:\.[\w-]+)?|[.#][\w-]+", re.IGNORECASE)

Declarations = Mapping[str, str]


def read_rules(text: str) -> dict[str, dict[str, str]]:
    """Selector ("p", ".c1", "span.c1", "#x") -> what it declares; rules for paper alone are left out."""
    rules: dict[str, dict[str, str]] = {}
    plain = _MEDIA.sub("", _COMMENT.sub("", text[:_LONGEST]))
    for selectors, body in _RULE.findall(plain):
        told = declarations(body)
        for selector in selectors.split(","):
            if _SIMPLE.fullmatch(selector.strip()):
                rules.setdefault(selector.strip().casefold(), {}).update(told)
    return rules


def declarations(text: str) -> dict[str, str]:
    """What a style attribute declares, in lower case."""
    return dict(_pairs(text))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for one in text.split(";"):
        name, colon, value = one.partition(":")
        if colon:
            yield name.strip().casefold(), value.replace("!important", "").strip().casefold()


def told_of(rules: Mapping[str, Declarations], tag: str, classes: str, key: str, style: str) -> Declarations:
    """All that is declared of an element, the nearest last."""
    told: dict[str, str] = dict(rules.get(tag, {}))
    names = [name.casefold() for name in classes.split()[:20]]
    for selector in (
        *(f".{name}" for name in names),
        *(f"{tag}.{name}" for name in names),
        f"#{key}".casefold(),
    ):
        told.update(rules.get(selector, {}))
    told.update(declarations(style))
    return told
