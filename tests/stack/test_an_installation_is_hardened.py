"""docker-compose.yml, Dockerfile and the secrets script: what an installation must have, whoever edits them."""

import os
import re
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from portal.stack import postgres

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {"web", "worker", "worker-pdf", "beat", "migrate"}


def compose_command() -> list[str] | None:
    """The compose client of this machine, if it has one."""
    for candidate in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(candidate[0]):
            asked = subprocess.run([*candidate, "version"], check=False, capture_output=True)
            if asked.returncode == 0:
                return candidate
    return None


def test_it_has_every_service_it_needs() -> None:
    assert set(SERVICES) == OURS | {"proxy", "postgres", "redis", "clamav", "relay"}


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_has_no_rights_it_does_not_need(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in service
    assert name in OURS or service["user"] not in {"root", "0", "0:0"}


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"migrate"}))
def test_a_service_says_whether_it_is_well(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"]


def test_only_the_proxy_can_be_reached_from_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    assert COMPOSE["networks"]["inside"]["internal"] is True
    for name in OURS | {"postgres", "redis"}:
        assert SERVICES[name]["networks"] == ["inside"]


def test_only_the_migration_has_the_owners_key() -> None:
    holders = [name for name, service in SERVICES.items() if "database_owner_url" in service.get("secrets", [])]
    assert holders == ["migrate"]


def test_no_secret_is_written_in_the_file() -> None:
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            assert not re.search("PASSWORD|SECRET|KEY|DATABASE_URL|REDIS_URL", name) or name.endswith("_FILE"), value
    assert all(set(secret) == {"file"} for secret in COMPOSE["secrets"].values())


def test_the_image_runs_as_nobody_in_particular_and_from_the_lock_file() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text()
    assert re.findall(r"^USER (.+)$", dockerfile, re.MULTILINE) == ["10001:10001"]
    assert "uv sync --frozen --no-default-groups" in dockerfile
    assert "--require-hashes" in dockerfile


def test_the_secrets_script_makes_every_secret_once(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    make = [str(ROOT / "deploy/make-secrets"), str(folder)]
    subprocess.run(make, check=True, capture_output=True)
    named = {Path(secret["file"]).name for secret in COMPOSE["secrets"].values() if "${" not in secret["file"]}
    assert {path.name for path in folder.iterdir()} == named
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    first = (folder / "database_url").read_text()
    assert (folder / "portal_app_password").read_text() in first
    again = subprocess.run(make, check=False, capture_output=True, text=True)
    assert again.returncode == 1
    assert (folder / "database_url").read_text() == first


ASKED_FOR = (
    "PORTAL_HOST",
    "PARTNERSHIP_NAME",
    "PARTNERSHIP_SHORT_NAME",
    "PARTNERSHIP_AREA",
    "PARTNERSHIP_MASH_TELEPHONE",
    "PARTNERSHIP_OUT_OF_HOURS_TELEPHONE",
    "PARTNERSHIP_CONTACT_EMAIL",
)


@pytest.mark.skipif(compose_command() is None, reason="there is no compose client on this machine")
def test_the_compose_client_accepts_it(tmp_path: Path) -> None:
    command = compose_command()
    assert command is not None
    checked = subprocess.run(
        [*command, "--file", str(ROOT / "docker-compose.yml"), "config", "--quiet"],
        check=False,
        capture_output=True,
        text=True,
        env={**dict.fromkeys(ASKED_FOR, "portal.example"), "PATH": os.environ["PATH"]},
    )
    assert (checked.returncode, checked.stderr) == (0, "")


def test_compose_refuses_to_start_without_a_host_name() -> None:
    assert "${PORTAL_HOST:?" in SERVICES["web"]["environment"]["ALLOWED_HOSTS"]


@pytest.mark.parametrize("name", ASKED_FOR[1:])
def test_compose_refuses_to_start_with_the_invented_partnership(name: str) -> None:
    assert SERVICES["web"]["environment"][name].startswith(f"${{{name}:?")


def test_the_database_server_keeps_values_out_of_its_log() -> None:
    command = " ".join(SERVICES["postgres"]["command"])
    assert command == "postgres " + " ".join(f"-c {setting}" for setting in postgres.DISCREET)
