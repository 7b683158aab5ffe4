"""A sheet as a web page: one file, readable without scripts, on a screen, in the dark and on paper."""

from collections.abc import Iterable
from html import escape

from atop_coder.form import Form, load_form
from atop_coder.sheet import Sheet
from atop_coder.writing.finding import Finding
from atop_coder.writing.html_body import section_links, sheet_body
from atop_coder.writing.title import coders_of, title_of

# Should anything in a sheet ever be taken for markup, the browser still loads and runs nothing.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def sheet_to_html(sheet: Sheet, problems: Iterable[Finding] = (), form: Form | None = None) -> str:
    """The whole page; each problem stands under the answer that it is about."""
    form = form or load_form()
    lines = (
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f'<meta name="author" content="{escape("; ".join(coders_of(sheet, form)))}">',
        f"<title>{escape(_title(sheet, form))}</title>",
        f"<style>\n{STYLE}</style>",
        "</head>",
        "<body>",
        section_links(form),
        sheet_body(sheet, form, problems),
        "</body>",
        "</html>",
    )
    return "\n".join(lines) + "\n"


def _title(sheet: Sheet, form: Form) -> str:
    return title_of(sheet) if sheet.atop_id is None else f"{title_of(sheet)} – {form.title}"


STYLE = """\
:root {
  color-scheme: light dark;
  --ground: #ffffff; --ink: #1b1f24; --quiet: #59616c; --rule: #dfe3e7; --head: #24485c; --link: #1d5c8c;
  --error: #ae2219; --error-soft: #fdebe9; --warning: #835400; --warning-soft: #fcf3da;
  --note: #3d5a80; --note-soft: #e9eff6;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #191c20; --ink: #eceef0; --quiet: #a5acb5; --rule: #363a40; --head: #a9cbe0; --link: #7fb9e6;
    --error: #f49a92; --error-soft: #3d2523; --warning: #e6bd62; --warning-soft: #372e1a;
    --note: #a9c4e4; --note-soft: #263242;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); scroll-behavior: smooth; scroll-padding-top: 4rem; }
body {
  max-width: 47rem; margin: 0 auto; padding: 0 1.25rem 5rem;
  font: 1.0625rem/1.6 "Source Sans 3", Calibri, Carlito, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
}
nav {
  position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 0.1rem 0.9rem; padding: 0.7rem 0;
  background: var(--ground); border-bottom: 1px solid var(--rule); font-size: 0.8125rem;
}
nav a { color: var(--quiet); text-decoration: none; }
nav a:hover, nav a:focus-visible { color: var(--link); text-decoration: underline; }
header { margin: 2.5rem 0 1rem; }
h1 { margin: 0; color: var(--head); font-size: 2.1rem; line-height: 1.2; }
.summary, .found { margin: 0.25rem 0 0; color: var(--quiet); }
.found b { padding: 0 0.35rem; font-weight: 600; }
h2 {
  margin: 3rem 0 0.5rem; padding-bottom: 0.35rem; border-bottom: 1px solid var(--rule);
  color: var(--head); font-size: 1.125rem; letter-spacing: 0.02em;
}
h3 { margin: 1.9rem 0 0.35rem; font-size: 1rem; line-height: 1.45; font-weight: 600; text-wrap: pretty; }
article:target h3 { color: var(--link); }
article p, .members { margin: 0 0 0.6rem 1.4rem; }
article p { white-space: pre-wrap; overflow-wrap: anywhere; }
.value + .value { margin-top: -0.5rem; }
.blank::before { content: "not answered"; color: var(--quiet); font-style: italic; }
.members { border-collapse: collapse; font-variant-numeric: tabular-nums; }
.members th { padding: 0 0.9rem 0 0; font-weight: 400; color: var(--quiet); text-align: start; }
.members tr { vertical-align: top; }
.members td { padding: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: 0.15em; }
.problems { margin: 0.4rem 0 0.6rem 1.4rem; padding: 0; list-style: none; font-size: 0.9375rem; }
.problems li { margin: 0.3rem 0; padding: 0.35rem 0.7rem; border-inline-start: 3px solid; }
.error { color: var(--error); background: var(--error-soft); }
.warning { color: var(--warning); background: var(--warning-soft); }
.note { color: var(--note); background: var(--note-soft); }
@media (max-width: 47rem) {
  html { scroll-padding-top: 1rem; }
  nav { position: static; flex-direction: column; gap: 0.45rem; font-size: 0.9375rem; }
  header { margin-top: 1.5rem; }
}
@page {
  margin: 22mm 25mm;
  @bottom-center { content: counter(page) " / " counter(pages); font: 8pt Calibri, Carlito, sans-serif; }
}
@media print {
  :root { color-scheme: light; --ground: #fff; --ink: #000; --quiet: #555; --head: #000; --link: #000; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; font-size: 1rem; line-height: 1.4; }
  nav { display: none; }
  header { margin-top: 0; }
  h2 { margin-top: 1.5rem; }
  h3 { margin-top: 1rem; }
  h2, h3, .value:has(+ .text) { break-after: avoid; }
  h3, tr, .problems li { break-inside: avoid; }
  p { orphans: 2; widows: 2; }
  .blank::before { content: ""; }
}
"""
