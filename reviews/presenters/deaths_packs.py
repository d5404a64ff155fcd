"""What a panel reads of each death before its meeting: under a pseudonym, without what says who the child was."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from reviews.figures.deaths import age_band
from reviews.models import ChildDeath, Domain, FormState
from reviews.presenters.deaths_gathering import ANSWERS, analysis_rows
from reviews.presenters.ways import rows_of
from reviews.rules.naming import blanked, names_of_lines
from reviews.selectors.deaths import factors_of, family_lines, forms_of

HEADINGS = {FormState.RETURNED: "Form of", FormState.EVIDENCE: "Taken instead of the form of"}


def pack_rows(deaths: Iterable[ChildDeath]) -> list[dict[str, Any]]:
    """One part for each death. Its day is told by month, the age by band; names that slipped into a text are blanked."""
    return [_pack(row) for row in deaths]


def _pack(row: ChildDeath) -> dict[str, Any]:
    children = list(row.case.children.all())
    names = [name for child in children for name in (child.given_name, child.family_name)]
    names += [name for lines in family_lines(row) for name in names_of_lines(lines)]

    def told(rows: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
        return rows_of((title, blanked(text, names)) for title, text in rows)

    return {
        "title": ", ".join(child.pseudonym for child in children) or row.case.reference,
        "reference": row.case.reference,
        "rows": told(
            (
                ("Age", age_band(children[0].birth_date, row.died_on) if children else ""),
                ("Died in", _month(row.died_on)),
                ("Where", row.get_place_display()),
                ("Expected", row.get_expected_display()),
                ("Joint agency response", row.get_joint_criterion_display() if row.joint_response else "No"),
                ("What happened", row.happened),
                ("Suspected cause", row.suspected_cause),
                ("Why no review meeting was needed", row.triage_reasons),
                ("Bereavement support", row.support),
            )
        ),
        "analysis": told(analysis_rows(row)),
        "factors": [
            {
                "domain": Domain(one.domain).label,
                "words": blanked(one.words, names),
                "relevance": one.get_relevance_display(),
            }
            for one in factors_of(row)
        ],
        "forms": [
            {
                "heading": f"{HEADINGS[FormState(one.state)]} {one.agency.name}",
                "rows": told((*((title, getattr(one, name)) for title, name in ANSWERS), ("What it says", one.evidence_words))),
            }
            for one in forms_of(row)
            if one.state in HEADINGS
        ],
    }


def _month(day: date) -> str:
    return f"{day:%B %Y}"
