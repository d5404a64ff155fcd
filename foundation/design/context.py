"""What every page knows: whose portal it is."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest

# Header colours that a partnership may choose. Each holds white text at 7:1; the style sheet has one class each.
PALETTES = {
    "tide": "#0b4a55",
    "heather": "#52315f",
    "moor": "#31502d",
    "slate": "#243b53",
    "brick": "#7a2e22",
}
DEFAULT_PALETTE = "tide"


@dataclass(frozen=True)
class Partnership:
    """The partnership as pages name it."""

    name: str
    short_name: str
    area: str
    palette: str
    contact_email: str
    mash_telephone: str
    out_of_hours_telephone: str

    @property
    def colour(self) -> str:
        """The header colour as browsers take it."""
        return PALETTES[self.palette]

    @property
    def name_lead(self) -> str:
        """The name of the area, when the partnership's name begins with it; else the whole name."""
        return self.area if self.area and self.name.startswith(f"{self.area} ") else self.name

    @property
    def name_rest(self) -> str:
        """What follows the area in the name."""
        return self.name[len(self.name_lead) :].strip()


def partnership_of_settings() -> Partnership:
    """Read the partnership from the settings; an unknown palette becomes the first one."""
    given: dict[str, Any] = settings.PARTNERSHIP
    palette = str(given.get("palette", ""))
    return Partnership(
        name=str(given["name"]),
        short_name=str(given.get("short_name") or given["name"]),
        area=str(given.get("area", "")),
        palette=palette if palette in PALETTES else DEFAULT_PALETTE,
        contact_email=str(given.get("contact_email", "")),
        mash_telephone=str(given.get("mash_telephone", "")),
        out_of_hours_telephone=str(given.get("out_of_hours_telephone", "")),
    )


def partnership(request: HttpRequest) -> dict[str, object]:
    """Context processor: `partnership`, and for the signed-in how long they may rest before they are signed out."""
    context: dict[str, object] = {"partnership": partnership_of_settings()}
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        context["session_seconds"] = int(getattr(settings, "SESSION_IDLE_SECONDS", settings.SESSION_COOKIE_AGE))
    return context
