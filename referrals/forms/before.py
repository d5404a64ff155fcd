"""Questions before a referral: the level of need, the guide that explains it, and the local directory."""

from typing import Any

from foundation.design.forms import (
    ChoiceField,
    DateField,
    EmailField,
    FileField,
    LongTextField,
    ManyChoiceField,
    NumberField,
    PortalForm,
    SelectField,
    TextField,
    YesNoField,
)
from referrals.models import DirectoryService, Guide, Need, ThresholdLevel
from referrals.rules.directory import OLDEST
from referrals.rules.guide import LevelGiven

UNSURE = "unsure"
MOST = 4000


class LevelForm(PortalForm):
    """What level of need the referrer sees."""

    page = "refer.level"
    level = ChoiceField(
        label="What level of need do you see?",
        hint="Your best guess is enough. You can go on with any answer.",
        choices=[],
        required_message="Select a level, or that you are not sure",
    )

    def __init__(self, *args: Any, guide: Guide | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["level"]
        rows = list(guide.levels.all()) if guide else []
        words = {row.level: (f"Level {row.level}: {row.title}", row.description) for row in rows}
        chosen = [(str(level), words.get(level, (ThresholdLevel(level).label, ""))[0]) for level in ThresholdLevel.values]
        field.choices = [*chosen, (UNSURE, "I am not sure")]  # type: ignore[attr-defined]  # a choice field's
        field.choice_hints = {str(level): text for level, (_, text) in words.items()}  # type: ignore[attr-defined]


class GuideForm(PortalForm):
    """A version of the guide: an introduction, and for each of the four levels what it means, its signs and what to do."""

    page = "referrals.guide"
    introduction = LongTextField(label="Introduction", required=False, rows=4, max_length=MOST)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for level in ThresholdLevel.values:
            name = f"level {level}"
            self.fields[f"title_{level}"] = TextField(
                label=f"Title of {name}", required=False, mark_optional=False, max_length=120
            )
            self.fields[f"description_{level}"] = LongTextField(
                label=f"What {name} means", required=False, mark_optional=False, rows=3, max_length=MOST
            )
            self.fields[f"indicators_{level}"] = LongTextField(
                label=f"What people may notice at {name}",
                hint="One to a line.",
                required=False,
                mark_optional=False,
                rows=6,
                max_length=MOST,
            )
            self.fields[f"what_to_do_{level}"] = LongTextField(
                label=f"What to do at {name}", required=False, mark_optional=False, rows=4, max_length=MOST
            )

    @staticmethod
    def initial_of(guide: Guide) -> dict[str, str]:
        """The words of a version, by question."""
        found = {"introduction": guide.introduction}
        for row in guide.levels.all():
            found |= {
                f"title_{row.level}": row.title,
                f"description_{row.level}": row.description,
                f"indicators_{row.level}": row.indicators,
                f"what_to_do_{row.level}": row.what_to_do,
            }
        return found

    def levels(self) -> list[LevelGiven]:
        """The four levels as they were written."""
        given = self.cleaned_data
        return [
            LevelGiven(
                level,
                given[f"title_{level}"],
                given[f"description_{level}"],
                given[f"indicators_{level}"],
                given[f"what_to_do_{level}"],
            )
            for level in ThresholdLevel.values
        ]


class DirectorySearchForm(PortalForm):
    """What kind of help somebody looks for."""

    page = "referrals.directory"
    words = TextField(label="Words", required=False, mark_optional=False, max_length=100)
    need = SelectField(
        label="Help with", choices=[("", "Anything"), *Need.choices], required=False, mark_optional=False, empty_label=None
    )
    age = NumberField(label="Age of the child", least=0, most=OLDEST, required=False, mark_optional=False, width=3)
    area = SelectField(label="Area", choices=[("", "Anywhere")], required=False, mark_optional=False, empty_label=None)
    free = ChoiceField(label="Cost", choices=[("", "Any"), ("yes", "Free only")], required=False, mark_optional=False, small=True)

    def __init__(self, *args: Any, areas: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [("", "Anywhere"), *((area, area) for area in areas)]  # type: ignore[attr-defined]


class ServiceForm(PortalForm):
    """A service of the directory, by hand."""

    page = "referrals.directory_service"
    name = TextField(label="Name of the service", max_length=200, required_message="Enter the name of the service")
    organisation = TextField(label="Who runs it", max_length=200, required_message="Enter who runs it")
    status = ChoiceField(label="Status", choices=DirectoryService.Status.choices, required_message="Select the status")
    level = ChoiceField(
        label="For whom is it?",
        choices=[("1", "Every family (level 1)"), ("2", "Families who need extra help (level 2)")],
        required_message="Select for whom it is",
    )
    description = LongTextField(label="What it does", required=False, rows=4, max_length=10_000)
    needs = ManyChoiceField(label="What it helps with", choices=Need.choices, required=False)
    eligibility = LongTextField(label="Who can use it", required=False, rows=2, max_length=5000)
    min_age = NumberField(label="Lowest age", least=0, most=OLDEST, required=False, width=3)
    max_age = NumberField(label="Highest age", least=0, most=OLDEST, required=False, width=3)
    areas = TextField(
        label="Areas", hint="With commas between. Leave it empty if it is for everywhere.", required=False, max_length=500
    )
    free = YesNoField(label="Is it free?", required_message="Select yes if it is free")
    cost = TextField(label="What it costs", required=False, max_length=300)
    telephone = TextField(label="Telephone", required=False, max_length=40)
    email = EmailField(label="Email address", required=False)
    website = TextField(label="Web address", hint="It begins with https://", required=False, max_length=300, inputmode="url")
    schedule = TextField(label="When it is open", required=False, max_length=500)
    assured_on = DateField(label="When was this last checked?", required=False, not_future=True)

    def clean(self) -> dict[str, Any]:
        """Refuse a web address that is none, and ages that end before they begin."""
        given = super().clean() or self.cleaned_data
        website = given.get("website") or ""
        if website and not website.startswith(("https://", "http://")):
            self.add_error("website", "Web address must begin with https:// or http://")
        return given

    def values(self) -> dict[str, Any]:
        """The columns of the directory that were answered."""
        given = dict(self.cleaned_data)
        given.pop("organisation")
        areas = [area.strip()[:100] for area in (given["areas"] or "").split(",") if area.strip()]
        texts = ("description", "eligibility", "cost", "telephone", "email", "website", "schedule")
        return {
            **given,
            **{name: given[name] or "" for name in texts},
            "areas": list(dict.fromkeys(areas)),
            "free": given["free"] == "yes",
            "level": int(given["level"]),
            "needs": list(given["needs"] or []),
        }

    @staticmethod
    def initial_of(row: DirectoryService) -> dict[str, Any]:
        """What the directory says now."""
        names = ("name", "status", "description", "needs", "eligibility", "min_age", "max_age", "cost")
        more = ("telephone", "email", "website", "schedule", "assured_on")
        return {
            **{name: getattr(row, name) for name in (*names, *more)},
            "organisation": row.organisation.name,
            "areas": ", ".join(row.areas),
            "free": "yes" if row.free else "no",
            "level": str(row.level),
        }


class FeedForm(PortalForm):
    """A feed of services."""

    page = "referrals.directory_feed"
    feed = FileField(
        label="Feed file",
        hint="A JSON file in the Open Referral UK format.",
        most_mb=25,
        required_message="Select a feed file",
    )
    whole = ChoiceField(
        label="Does this file hold the whole feed?",
        choices=[("yes", "Yes, all of its services"), ("no", "No, a part of it")],
        choice_hints={
            "yes": "Services of the feed that it names no more are closed today.",
            "no": "Services that are not in it stay as they are.",
        },
        required_message="Select whether the file holds the whole feed",
    )
