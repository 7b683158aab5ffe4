"""All tables of the dataset, in the order in which a workbook shows them."""

from atop_coder.dataset.alliances import alliances_table
from atop_coder.dataset.codebook import codebook
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
