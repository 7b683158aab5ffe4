"""`atop-coder schema`: what a sheet in JSON may hold."""

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of a sheet (draft 2020-12)."""
    from atop_coder.cli.console import say_json
    from atop_coder.sheet import sheet_schema

    say_json(sheet_schema())
