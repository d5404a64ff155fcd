"""Files to store in tests of documents."""

import io
import zipfile
from pathlib import Path

from foundation.actors import SystemActor

UPLOADER = SystemActor("uploader")
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def package(*names: str, **contents: bytes) -> bytes:
    """A zip archive with these empty parts, and these filled ones."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, contents.get(name, b"<xml/>"))
    return made.getvalue()


def files(root: Path) -> list[Path]:
    """All files of a store."""
    return sorted(path for path in root.rglob("*") if path.is_file()) if root.exists() else []
