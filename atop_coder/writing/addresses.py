"""Web addresses in plain text: what of it may become a link, and where that leads."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, urlsplit

_ADDRESS = re.compile(r"https?://[^\s<>\"“”‘’«»{}|\\^`]+", re.IGNORECASE)
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_BEHIND_HOST = re.compile("^[a-z]+://[^/?#]*", re.IGNORECASE)
_KEPT = "%/:?#@!$&'()*+,;=-._~"  # what an address may hold as it stands (RFC 3986)
_STOPS = ".,;:!?'…"
_PAIRS = {")": "(", "]": "["}


class Part(NamedTuple):
    """A run of text; `address` is where it leads, "" for text that is no link."""

    text: str
    address: str = ""


def part_addresses(text: str) -> Iterator[Part]:
    """The text in runs, put end to end the same text; only http and https addresses are links."""
    end = 0
    for match in _ADDRESS.finditer(text):
        shown = _without_stops(match[0])
        address = _clean(shown)
        if not address:
            continue
        if match.start() > end:
            yield Part(text[end : match.start()])
        yield Part(shown, address)
        end = match.start() + len(shown)
    if end < len(text):
        yield Part(text[end:])


def _without_stops(shown: str) -> str:
    """The address without the marks that belong to the sentence: stops, and brackets that it did not open."""
    while shown[-1] in _STOPS or (shown[-1] in _PAIRS and _is_unpaired(shown)):
        shown = shown[:-1]
    return shown


def _is_unpaired(shown: str) -> bool:
    closing = shown[-1]
    return shown.count(closing) > shown.count(_PAIRS[closing])


def _clean(shown: str) -> str:
    """The address as programs want it, in ASCII; "" for what is none, which Word would call a broken file."""
    try:
        parts = urlsplit(shown)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if not _HOST.fullmatch(host) or parts.username is not None:
        return ""
    place = f"{host}:{port}" if port else host
    behind = _BEHIND_HOST.sub("", shown, count=1)
    return f"{parts.scheme}://{place}{quote(behind, safe=_KEPT)}"
