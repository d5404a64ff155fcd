"""The real ClamAV daemon with the single signature of the demonstration."""

import os
import socket
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.stack import scanner, services
from portal.stack.folder import DataFolder
from portal.stack.supervisor import Supervisor


@pytest.fixture
def listens_at(tmp_path: Path) -> Iterator[Path]:
    folder = DataFolder(tmp_path / "data")
    folder.make()
    place = folder.elsewhere("scanner")
    program = scanner.binary()
    assert program is not None, "clamd is not installed: scripts/setup test"
    supervisor = Supervisor(folder, print)
    try:
        path = scanner.socket_path(place)
        supervisor.start_and_wait(services.scanner_service(program, scanner.prepare(place), path))
        yield path
    finally:
        supervisor.stop()
        folder.leave()


def scan(listens_at: Path, content: bytes) -> str:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(10)
        connection.connect(str(listens_at))
        connection.sendall(b"zINSTREAM\0" + struct.pack("!I", len(content)) + content + struct.pack("!I", 0))
        return connection.recv(1024).decode().strip("\0")


def test_it_finds_the_test_file_and_nothing_in_a_harmless_one(listens_at: Path) -> None:
    assert scan(listens_at, scanner.TEST_FILE) == "stream: Eicar-Test-Signature.UNOFFICIAL FOUND"
    assert scan(listens_at, os.urandom(20_000)) == "stream: OK"


def test_this_source_holds_no_test_file() -> None:
    """Or every scanner on the way would take the project for a virus."""
    for path in (Path(scanner.__file__), Path(__file__)):
        assert scanner.TEST_FILE not in path.read_bytes()
