"""Find the data files that travel with the program: the forms and the reference tables.

In a wheel both folders lie inside the package; in a checkout they lie beside it.
"""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
PLACES = (PACKAGE, PACKAGE.parent)


def resource_path(name: str) -> Path:
    """Return the path of a file or folder under `resources/`, such as "cow/states.csv".

    Raises FileNotFoundError when this installation does not have it.
    """
    return _find("resources", name)


def form_path(name: str = "atop-codesheet.toml") -> Path:
    """Return the path of a form under `forms/`.

    Raises FileNotFoundError when this installation does not have it.
    """
    return _find("forms", name)


def _find(folder: str, name: str) -> Path:
    candidates = [place / folder / name for place in PLACES]
    for candidate in candidates:
        if candidate.exists():
            return candidate
    looked = " and ".join(str(candidate) for candidate in candidates)
    raise FileNotFoundError(
        f"ATOP Coder's own file {folder}/{name} is missing (looked for {looked}). Install the program again."
    )
