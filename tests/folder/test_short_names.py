"""Files by their names, told apart where several bear the same one."""

from pathlib import Path

import pytest

from atop_coder.folder.short_names import short_names


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["x/a.txt", "x/b.txt"], ["a.txt", "b.txt"]),
        (["x/a.txt", "y/a.txt", "y/b.txt"], ["x/a.txt", "y/a.txt", "b.txt"]),
        (["x/1/a.txt", "y/1/a.txt"], ["x/1/a.txt", "y/1/a.txt"]),
        (["a.txt", "x/a.txt"], ["a.txt", "x/a.txt"]),
        (["a.txt", "a.txt"], ["a.txt"]),
        ([], []),
    ],
)
def test_a_file_is_named_as_shortly_as_tells_it_from_the_others(files: list[str], names: list[str]):
    assert list(short_names(map(Path, files)).values()) == names
