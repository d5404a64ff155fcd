"""Database and documents into one file, and back into an empty portal.

The file is a tar archive: `database.dump` (pg_dump's own format), `documents/…`, and `manifest.json` with the size and the
SHA-256 of each. It holds everything the portal knows about children: keep it as you keep the database.
"""

import hashlib
import io
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO
from urllib.parse import unquote, urlsplit

from portal.stack import postgres
from portal.stack.errors import StackError

FORMAT = 1
DUMP = "database.dump"
DOCUMENTS = "documents"
MANIFEST = "manifest.json"
COUNT_TABLES = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
CHUNK = 1024 * 1024


def back_up(target: Path, environment: Mapping[str, str], workplace: Path) -> int:
    """Write a backup; the target appears complete or not at all. Returns the number of documents in it."""
    if target.exists():
        raise StackError(f"{target} exists already and stays as it is. Name another file.")
    with _private_folder(workplace) as folder:
        # The database first: a document that it names is on disk by then, and one that comes later does no harm.
        _run("pg_dump", environment, "--format=custom", f"--file={folder / DUMP}")
        files = {DUMP: folder / DUMP} | _documents(Path(environment["DOCUMENT_ROOT"]))
        unfinished = target.with_name(f"{target.name}.new")
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as output:
            _write(files, output)
            output.flush()
            os.fsync(output.fileno())
        unfinished.rename(target)
    return len(files) - 1


def restore(source: Path, environment: Mapping[str, str], workplace: Path) -> int:
    """Read a backup into an empty portal, all of it or nothing. Returns the number of documents in it."""
    documents = Path(environment["DOCUMENT_ROOT"])
    if not source.is_file():
        raise StackError(f"There is no file {source}.")
    if _run("psql", environment, "-XAtc", COUNT_TABLES).strip() != "0" or any(documents.iterdir()):
        raise StackError(
            "This portal is not empty, and a backup is read into an empty one only. "
            f"Choose a new data folder: make restore FILE={source} DATA=.data-restored"
        )
    with _private_folder(workplace) as folder:
        found = _take_out(source, folder)
        _refuse_damage(source, folder, found)
        _run("pg_restore", environment, "--exit-on-error", "--single-transaction", "--no-comments", str(folder / DUMP))
        if (folder / DOCUMENTS).is_dir():
            for part in (folder / DOCUMENTS).iterdir():
                shutil.move(part, documents / part.name)
    return len(found) - 1


def _documents(root: Path) -> dict[str, Path]:
    found = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return {f"{DOCUMENTS}/{path.relative_to(root).as_posix()}": path for path in found}


def _write(files: Mapping[str, Path], output: IO[bytes]) -> None:
    with tarfile.open(fileobj=output, mode="w") as archive:
        described = {}
        for name, path in files.items():
            with path.open("rb") as content:
                described[name] = {
                    "bytes": path.stat().st_size,
                    "sha256": hashlib.file_digest(content, "sha256").hexdigest(),
                }
                content.seek(0)
                archive.addfile(_entry(name, path.stat().st_size), content)
        manifest = json.dumps({"format": FORMAT, "files": described}, indent=1).encode()
        archive.addfile(_entry(MANIFEST, len(manifest)), io.BytesIO(manifest))


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry


def _take_out(source: Path, folder: Path) -> dict[str, dict[str, object]]:
    """Unpack into a folder, plain files of a backup only; returns what was found, described as the manifest does."""
    found: dict[str, dict[str, object]] = {}
    try:
        with tarfile.open(source) as archive:
            for member in archive:
                content = archive.extractfile(member) if _belongs(member) else None
                if content is None:
                    raise StackError(f"{source} is not a backup of the portal: it holds “{member.name}”.")
                found[member.name] = _copy(content, folder / member.name)
    except tarfile.TarError as error:
        raise StackError(f"{source} is not a backup of the portal, or it is cut off: {error}.") from error
    found.pop(MANIFEST, None)
    return found


def _belongs(member: tarfile.TarInfo) -> bool:
    path = PurePosixPath(member.name)
    inside = not path.is_absolute() and ".." not in path.parts
    return member.isfile() and inside and (path.parts[0] == DOCUMENTS or member.name in {DUMP, MANIFEST})


def _copy(content: IO[bytes], target: Path) -> dict[str, object]:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as output:
        while chunk := content.read(CHUNK):
            digest.update(chunk)
            size += output.write(chunk)
    return {"bytes": size, "sha256": digest.hexdigest()}


def _refuse_damage(source: Path, folder: Path, found: Mapping[str, Mapping[str, object]]) -> None:
    if not (folder / MANIFEST).is_file():
        raise StackError(f"{source} has no manifest: it is not a backup of the portal, or it is cut off.")
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    if manifest.get("format") != FORMAT:
        raise StackError(f"{source} was written by another version of the portal (format {manifest.get('format')}).")
    promised = manifest["files"]
    damaged = sorted(name for name in promised.keys() | found.keys() if promised.get(name) != found.get(name))
    if damaged:
        raise StackError(f"{source} is damaged; these do not match its manifest: {', '.join(damaged)}. Nothing was restored.")


def _run(program: str, environment: Mapping[str, str], *words: str) -> str:
    address = urlsplit(_value(environment, "DATABASE_OWNER_URL") or _value(environment, "DATABASE_URL"))
    # The password goes by the environment: what is on the command line, every user of the machine can read.
    bare = address._replace(netloc=address.netloc.replace(f":{address.password}@", "@")).geturl()
    done = subprocess.run(
        [str(postgres.binaries() / program), f"--dbname={bare}", *words],
        check=False,
        capture_output=True,
        text=True,
        env={**environment, "PGPASSWORD": unquote(address.password or "")},
    )
    if done.returncode != 0:
        raise StackError(f"{program} failed:\n{done.stderr.strip()}")
    return done.stdout


def _value(environment: Mapping[str, str], name: str) -> str:
    file = environment.get(f"{name}_FILE")
    return Path(file).read_text(encoding="utf-8").strip() if file else environment.get(name, "")


@contextmanager
def _private_folder(workplace: Path) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="backup-", dir=workplace))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
