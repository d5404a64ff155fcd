"""A real Chromium on this machine, which reaches nothing but the test's own server."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import PATIENCE, Watch
from tests.browser.soundness import LOOKS

CHROMIUM = "/usr/bin/chromium-headless-shell"
HERE = Path(__file__).parent
ARTEFACTS = Path(__file__).resolve().parents[2] / "test-artefacts"
FLAGS = [
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
]


expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """Let fixtures know whether the test itself failed."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session", autouse=True)
def axe_is_asked_once(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The workers of one run share what they have looked at, unless every load is to be looked at."""
    if not request.config.option.every_load:
        own = tmp_path_factory.getbasetemp()
        LOOKS.folder = (own.parent if hasattr(request.config, "workerinput") else own) / "asked-of-axe"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": os.environ.get("CHROMIUM", CHROMIUM), "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "Europe/London", "reduced_motion": "reduce"}


@pytest.fixture
def site(request: pytest.FixtureRequest) -> str:
    """The address of the server that is tested; a folder of tests may start its own."""
    return str(request.getfixturevalue("live_server").url)


@pytest.fixture
def watched_page(page: Page, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page whose console, requests and errors are watched; anything odd fails the test."""
    watch = Watch(page, site)
    yield page
    _keep_picture(page, request)
    odd = watch.oddities()
    assert not odd, "\n".join(odd)


@pytest.fixture
def page_without_script(
    browser: Browser, browser_context_args: dict[str, Any], site: str, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """A page in a browser that runs no JavaScript."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    watch = Watch(page, site)
    yield page
    _keep_picture(page, request)
    context.close()
    odd = watch.oddities()
    assert not odd, "\n".join(odd)


def _keep_picture(page: Page, request: pytest.FixtureRequest) -> None:
    if request.node.stash.get(FAILED, False):
        ARTEFACTS.mkdir(exist_ok=True)
        name = "".join(c if c.isalnum() else "-" for c in request.node.name)[:100]
        page.screenshot(path=ARTEFACTS / f"{name}.png", full_page=True)
        (ARTEFACTS / f"{name}.html").write_text(page.content())
