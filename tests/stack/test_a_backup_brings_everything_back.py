"""Backup and restore with a real database: every table, every row, every document; damage is refused before anything is read."""

import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg2
import pytest

from portal.stack import backup, launcher, postgres
from portal.stack.errors import StackError
from portal.stack.folder import DataFolder

pytestmark = pytest.mark.resilience

DOCUMENT = b"%PDF-1.7 minutes of a meeting" * 1000


@pytest.fixture(autouse=True)
def nothing_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "portal.settings.demo")


@contextmanager
def data(root: Path, *, tables: bool) -> Iterator[tuple[DataFolder, dict[str, str]]]:
    folder = DataFolder(root)
    folder.make()
    with launcher.command_environment(folder, "a test", tables=tables) as environment:
        yield folder, environment


def ask(folder: DataFolder, statement: str) -> list[tuple[object, ...]]:
    connection = psycopg2.connect(host=str(folder.sockets()), user=postgres.OWNER, dbname=postgres.DATABASE)
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall()
    finally:
        connection.close()


def checksums(folder: DataFolder) -> dict[str, tuple[int, str]]:
    """Rows and a checksum of the content of every table."""
    found = {}
    for (name,) in ask(folder, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"):
        [(rows, checksum)] = ask(
            folder,
            f"SELECT count(*), coalesce(md5(string_agg(row, '|' ORDER BY row)), '') "  # noqa: S608  # names from the catalogue
            f'FROM (SELECT t::text AS row FROM "{name}" t) AS rows',
        )
        found[str(name)] = (int(str(rows)), str(checksum))
    return found


def rights(folder: DataFolder) -> set[tuple[object, ...]]:
    """What the application's role may do with which table."""
    return set(
        ask(
            folder,
            "SELECT table_name, privilege_type FROM information_schema.role_table_grants WHERE grantee = 'portal_app'",
        )
    )


@dataclass(frozen=True)
class Made:
    """A backup, and what was in the portal when it was made."""

    file: Path
    rows: dict[str, tuple[int, str]]
    rights: set[tuple[object, ...]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A backup of a portal with all its tables and one document."""
    place = tmp_path_factory.mktemp("backup")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"):
            patch.delenv(name, raising=False)
        patch.setenv("DJANGO_SETTINGS_MODULE", "portal.settings.demo")
        with data(place / "first", tables=True) as (folder, environment):
            (folder.documents / "2026").mkdir()
            (folder.documents / "2026" / "minutes").write_bytes(DOCUMENT)
            assert backup.back_up(place / "portal.backup", environment, folder.root) == 1
            return Made(place / "portal.backup", checksums(folder), rights(folder))


def test_everything_is_there_again(made: Made, tmp_path: Path) -> None:
    assert sum(rows for rows, _ in made.rows.values()) > 100
    with data(tmp_path / "second", tables=False) as (folder, environment):
        assert backup.restore(made.file, environment, folder.root) == 1
        assert checksums(folder) == made.rows
        assert (folder.documents / "2026" / "minutes").read_bytes() == DOCUMENT
        assert list(folder.root.glob("backup-*")) == []
        with pytest.raises(StackError, match="is not empty"):
            backup.restore(made.file, environment, folder.root)


def test_the_application_gets_its_rights_back_and_no_more(made: Made, tmp_path: Path) -> None:
    append_only = {table for table, right in made.rights if right == "INSERT"}
    append_only -= {table for table, right in made.rights if right == "UPDATE"}
    assert append_only
    with data(tmp_path / "second", tables=False) as (folder, environment):
        backup.restore(made.file, environment, folder.root)
        assert rights(folder) == made.rights


def test_a_damaged_backup_is_refused_and_nothing_is_read(made: Made, tmp_path: Path) -> None:
    content = made.file.read_bytes()
    damaged = tmp_path / "damaged"
    damaged.write_bytes(content.replace(b"minutes of a meeting", b"minutes of a beating", 1))
    cut_off = tmp_path / "cut-off"
    cut_off.write_bytes(content[: len(content) // 2])
    with data(tmp_path / "second", tables=False) as (folder, environment):
        with pytest.raises(StackError, match=r"damaged; .* documents/2026/minutes\. Nothing was restored"):
            backup.restore(damaged, environment, folder.root)
        with pytest.raises(StackError, match="cut off"):
            backup.restore(cut_off, environment, folder.root)
        assert checksums(folder) == {}
        assert list(folder.documents.iterdir()) == []


def test_a_backup_cannot_write_outside_its_folder(made: Made, tmp_path: Path) -> None:
    evil = tmp_path / "evil"
    with tarfile.open(evil, "w") as archive:
        archive.add(made.file, arcname="documents/../../../escaped")
    refusal = pytest.raises(StackError, match="is not a backup of the portal: it holds")
    with data(tmp_path / "second", tables=False) as (folder, environment), refusal:
        backup.restore(evil, environment, folder.root)
    assert list(tmp_path.rglob("escaped")) == []


def test_a_backup_never_replaces_a_file(made: Made, tmp_path: Path) -> None:
    with pytest.raises(StackError, match="exists already and stays as it is"):
        backup.back_up(made.file, {"DOCUMENT_ROOT": str(tmp_path)}, tmp_path)
