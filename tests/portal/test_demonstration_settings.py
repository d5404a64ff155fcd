"""The demonstration serves its static files where they are."""

import runpy
import warnings

import pytest
from django.conf import global_settings
from django.http import HttpResponse
from django.test import override_settings
from whitenoise.middleware import WhiteNoiseMiddleware


def test_the_web_process_looks_for_no_folder_that_nobody_fills(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "only for this test")
    monkeypatch.setenv("DATABASE_URL", "postgres://nobody@localhost/nothing")
    demo = runpy.run_module("portal.settings.demo")
    settings = {name: demo[name] for name in ("WHITENOISE_USE_FINDERS", "WHITENOISE_AUTOREFRESH", "STATICFILES_DIRS")}
    with (
        override_settings(STATIC_ROOT=demo.get("STATIC_ROOT", global_settings.STATIC_ROOT), **settings),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("error")
        served = WhiteNoiseMiddleware(lambda request: HttpResponse())
    assert "/static/portal/portal.css" in served.files
