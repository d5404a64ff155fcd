"""The virus scanner of the demonstration: the real ClamAV daemon with a single signature, that of the harmless test file.

Real signatures need more than a gigabyte of memory and a download; production has them (docker-compose.yml).
"""

import os
import shutil
import socket
from pathlib import Path

# In two halves, so that no scanner takes this source file for the test file.
TEST_FILE = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"

SETTINGS = """\
Foreground yes
DatabaseDirectory {folder}/signatures
LocalSocket {folder}/clamd.sock
LocalSocketMode 600
TemporaryDirectory {folder}
MaxThreads 4
SelfCheck 3600
StreamMaxLength 30M
MaxFileSize 30M
MaxScanSize 100M
AlertEncryptedArchive yes
AlertEncryptedDoc yes
AlertExceedsMax yes
"""


def binary() -> Path | None:
    """The daemon's program, or None where it is not installed: uploads then wait and are never let through."""
    found = shutil.which("clamd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    return Path(found) if found else None


def prepare(folder: Path) -> Path:
    """Write settings and signature into a folder; returns the settings file."""
    signatures = folder / "signatures"
    signatures.mkdir(mode=0o700, exist_ok=True)
    (signatures / "test.ndb").write_text(f"Eicar-Test-Signature:0:0:{TEST_FILE.hex()}\n", encoding="ascii")
    settings = folder / "clamd.conf"
    settings.write_text(SETTINGS.format(folder=folder), encoding="utf-8")
    return settings


def socket_path(folder: Path) -> Path:
    """Where the daemon listens."""
    return folder / "clamd.sock"


def answers(path: Path) -> bool:
    """Whether the daemon answers."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(1)
        try:
            connection.connect(str(path))
            connection.sendall(b"zPING\0")
            return connection.recv(16).startswith(b"PONG")
        except OSError:
            return False
