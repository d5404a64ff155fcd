"""What counts for the quality of a referral: the parts with their points, and who is exempt."""

from typing import Any

from foundation.design.forms import ChoiceField, LongTextField, ManyChoiceField, NumberField, PortalForm
from referrals.models import Channel, Purpose, QualityPart, UrgentExempt
from referrals.rules.quality import MOST_WORDS, STANDARD, PartRule, Scale

MOST = 500
SCORED_WAYS = (Channel.PORTAL, Channel.API, Channel.TELEPHONE, Channel.EMAIL, Channel.TRANSFER)
"""The ways in that can be scored: those that ask the whole form."""


class QualityScaleForm(PortalForm):
    """The next version of what counts."""

    page = "referrals.quality_scale"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for rule in STANDARD.parts:
            label = QualityPart(rule.part).label
            self.fields[f"weight_{rule.part}"] = NumberField(
                label=f"{label}: points",
                hint="0 if it should not be looked at. All points together make 100.",
                noun=f"Points for “{label}”",
                least=0,
                most=100,
                required_message=f"Enter the points for “{label}”",
            )
            self.fields[f"words_{rule.part}"] = NumberField(
                label=f"{label}: from how many words on?",
                noun=f"Words for “{label}”",
                least=1,
                most=MOST_WORDS,
                required_message=f"Enter how many words make “{label}”",
            )
            self.fields[f"prompt_{rule.part}"] = LongTextField(
                label=f"{label}: what we say to somebody who left it out",
                rows=2,
                max_length=MOST,
                required=False,
                mark_optional=False,
            )
        self.fields |= {
            "partly": NumberField(
                label="What does a part count that is partly there?",
                noun="The share",
                unit="%",
                least=0,
                most=100,
                required_message="Enter what a part counts that is partly there",
            ),
            "urgent_exempt": ChoiceField(
                label="Which urgent referrals get no score?",
                hint="Nobody in a hurry for a child should think of points.",
                choices=UrgentExempt.choices,
                required_message="Select which urgent referrals get no score",
            ),
            "exempt_purposes": ManyChoiceField(
                label="What else gets no score?", choices=Purpose.choices, required=False, mark_optional=False
            ),
            "channels": ManyChoiceField(
                label="Which ways in get a score?",
                choices=[(one.value, one.label) for one in SCORED_WAYS],
                required_message="Select at least one way in that gets a score",
            ),
            "reason": LongTextField(
                label="Why do you change it?",
                hint="Everybody who sees the scores can read this.",
                rows=3,
                max_length=2000,
                required_message="Enter why you change it",
            ),
        }

    @staticmethod
    def initial_of(scale: Scale) -> dict[str, Any]:
        """The version in use, by question."""
        found: dict[str, Any] = {
            "partly": scale.partly,
            "urgent_exempt": scale.urgent_exempt,
            "exempt_purposes": list(scale.exempt_purposes),
            "channels": list(scale.channels),
        }
        for one in scale.parts:
            found |= {
                f"weight_{one.part}": one.weight,
                f"words_{one.part}": one.least_words,
                f"prompt_{one.part}": one.prompt,
            }
        return found

    def parts(self) -> list[PartRule]:
        """The parts as they were filled in."""
        given = self.cleaned_data
        return [
            PartRule(one.part, given[f"weight_{one.part}"], given[f"words_{one.part}"], given[f"prompt_{one.part}"])
            for one in STANDARD.parts
        ]
