"""Thousands of pages are asked for here of which nobody looks at what their templates were given."""

import pytest
from django.template import Template
from django.test.utils import _TestState


@pytest.fixture(autouse=True)
def templates_are_rendered_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in production: the test client otherwise keeps a copy of the context of each template and each part of one."""
    monkeypatch.setattr(Template, "_render", _TestState.saved_data.template_render)
