"""A drop-down of hundreds of options is put together at once, and says what its official macro says."""

import pytest

from foundation.design.components import component, select

ITEMS = (
    {"value": "", "text": "All", "selected": False},
    {"value": "a&b", "text": "Fish & <chips>", "selected": True},
    {"value": '"quoted"', "text": "It’s \"one\" 'more'", "selected": False},
)


def plain(html: str) -> list[str]:
    return html.replace("><", "> <").split()


@pytest.mark.parametrize("items", [(), ITEMS, (*ITEMS, {"value": "x", "text": "Closed", "disabled": True})])
@pytest.mark.parametrize("more", [{}, {"hint": {"text": "Choose"}, "errorMessage": {"text": "Select <one>"}}])
def test_it_is_what_the_macro_gives(items: tuple[dict[str, object], ...], more: dict[str, object]) -> None:
    params = {"id": "plan", "name": "plan", "label": {"text": "Plan & all"}, **more}
    assert plain(select(params, items)) == plain(component("select", {**params, "items": list(items)}))
