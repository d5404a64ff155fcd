"""The data folder holds the whole demonstration: nobody else may look in, and only one launcher may use it."""

import stat
from pathlib import Path

import pytest

from portal.stack.errors import StackError
from portal.stack.folder import LONGEST_SOCKET_FOLDER, DataFolder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "data")
    made.make()
    return made


def test_nobody_else_may_look_in(folder: DataFolder) -> None:
    places = [folder.root, folder.documents, folder.logs, folder.mail, folder.redis, folder.sockets()]
    assert {stat.S_IMODE(place.stat().st_mode) for place in places} == {0o700}
    assert stat.S_IMODE(folder.secret_key_file().stat().st_mode) == 0o600


def test_a_folder_open_to_others_is_closed(folder: DataFolder) -> None:
    folder.root.chmod(0o755)
    folder.make()
    assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700


def test_the_secret_key_outlives_a_restart(folder: DataFolder) -> None:
    first = folder.secret_key_file().read_text()
    assert len(first) > 50
    assert folder.secret_key_file().read_text() == first


def test_a_second_launcher_is_told_who_holds_the_folder(folder: DataFolder) -> None:
    other = DataFolder(folder.root)
    refusal = pytest.raises(StackError, match=r"in use by the running stack \(process \d+\)")
    with folder.held("the running stack"), refusal, other.held("another"):
        pytest.fail("two launchers held one folder")
    with DataFolder(folder.root).held("another"):
        assert folder.holder().startswith("another")


def test_a_path_too_long_for_a_socket_moves_the_sockets_to_a_private_folder_elsewhere(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / ("long" * 30))
    folder.make()
    sockets = folder.sockets()
    assert len(str(sockets)) <= LONGEST_SOCKET_FOLDER
    assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    assert folder.sockets() == sockets
    folder.leave()
    assert not sockets.exists()


def test_a_folder_elsewhere_that_others_can_open_is_not_trusted(folder: DataFolder) -> None:
    first = folder.elsewhere("scanner")
    first.chmod(0o755)
    second = folder.elsewhere("scanner")
    assert second != first
    assert stat.S_IMODE(second.stat().st_mode) == 0o700
    first.rmdir()
    folder.leave()
