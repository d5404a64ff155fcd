"""The Makefile and the scripts that a newcomer meets first."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROMISED = {"help", "run", "test", "test-full", "check", "coverage", "bench", "manage", "assets", "sbom", "backup", "restore"}
SCRIPTS = ["scripts/setup", ".ci/run", "deploy/entrypoint", "deploy/make-secrets", "deploy/postgres/10-portal.sh"]


def words(*command: str, **settings: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, **settings)  # type: ignore[call-overload,no-any-return]


def test_help_is_what_make_says_and_lists_every_command() -> None:
    listed = set(re.findall(r"^  ([a-z-]+) ", words("make").stdout, re.MULTILINE))
    assert listed >= PROMISED
    assert words("make", "help").stdout == words("make").stdout


def test_every_command_that_is_listed_exists() -> None:
    makefile = (ROOT / "Makefile").read_text()
    phony = set(re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE))
    for name in re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE):
        assert name in phony


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_can_be_run_and_have_no_slip_in_their_grammar(script: str) -> None:
    path = ROOT / script
    assert path.stat().st_mode & 0o111 == 0o111
    shell = "bash" if "bash" in path.read_text().splitlines()[0] else "sh"
    checked = words(shell, "-n", str(path))
    assert (checked.returncode, checked.stderr) == (0, "")
    assert re.search(r"^set -eu", path.read_text(), re.MULTILINE)


def test_the_proof_is_make_test_and_nothing_else() -> None:
    lines = (ROOT / ".ci/run").read_text().splitlines()
    done = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert done == ["exec make test"]


def test_setup_refuses_a_level_it_does_not_know() -> None:
    refused = words("scripts/setup", "everything")
    assert refused.returncode == 2
    assert refused.stderr == "Usage: scripts/setup run|check|test\n"


def test_without_root_setup_says_what_is_missing_and_how_to_get_it(tmp_path: Path) -> None:
    """On a machine where no package is installed, for a user who may not install any."""
    for name, answers in (("dpkg-query", "exit 1"), ("id", "echo 1000")):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{answers}\n")
        program.chmod(0o755)
    refused = words("scripts/setup", "run", env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"})
    names = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core clamav-daemon redis-server"
    assert refused.returncode == 1
    assert refused.stderr.splitlines() == [
        f"These Debian packages are missing: {names}",
        f"Install them as root with:  apt-get install --no-install-recommends {names}",
    ]


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_command_without_its_file_says_how_to_name_it(command: str) -> None:
    refused = words("make", command)
    assert refused.returncode != 0
    assert f"make {command} FILE=portal.backup" in refused.stderr
