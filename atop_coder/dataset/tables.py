"""All tables of the dataset, in the order in which a workbook shows them."""

from atop_coder.dataset.alliances import alliances_table
from atop_coder.dataset.codebook import cited_codebook, codebook
from atop_coder.dataset.record import Record
from atop_coder.dataset.table import Table
from atop_coder.dataset.tabs import conditions_table, members_table, problems_table
from atop_coder.form import Form, load_form


def to_tables(records: tuple[Record, ...], form: Form | None = None) -> tuple[Table, ...]:
    """Alliances, Members, Conditions and Problems, and the Codebook of their columns."""
    form = form or load_form()
    data = (
        alliances_table(records, form),
        members_table(records, form),
        conditions_table(records, form),
        problems_table(records),
    )
    return (*data, codebook(data, form))


def unit_tables(main: Table, form: Form | None = None) -> tuple[Table, ...]:
    """A table in another unit, and the Codebook of its columns."""
    return main, cited_codebook(main, form or load_form())


def member_tables(records: tuple[Record, ...], form: Form | None = None) -> tuple[Table, ...]:
    """Members, and the Codebook of their columns."""
    return unit_tables(members_table(records, form or load_form()), form)
