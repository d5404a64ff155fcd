"""The documents of docs/reference that are made from the code, so that they cannot disagree with it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from django.conf import settings

from portal.reference import access, deadlines, figures, interface, privacy, states

FOLDER: Final = Path(settings.BASE_DIR) / "docs" / "reference"
DOCUMENTS: Final[Mapping[str, Callable[[], str]]] = {
    "roles-and-pages.md": access.roles_and_pages,
    "services.md": access.services,
    "states.md": states.states,
    "deadlines.md": deadlines.deadlines,
    "figures.md": figures.figures,
    "privacy.md": privacy.privacy,
    "openapi.json": interface.openapi,
}


def write() -> list[Path]:
    """Write every document whose text has changed, and give their files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = []
    for name, make in DOCUMENTS.items():
        file, text = FOLDER / name, make()
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
            written.append(file)
    return written
