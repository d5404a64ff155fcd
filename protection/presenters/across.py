"""Pictures across a family's conferences: what each person said on the scale, and which agency took part."""

from foundation import charts
from foundation.charts import Chart
from foundation.design import words
from protection.selectors.arranging import Across


def scale_chart(across: Across) -> Chart | None:
    """What each person said on the scale, conference by conference; None where nobody said anything."""
    if not across.scores:
        return None
    people = list(across.scores)
    columns = [column for column in range(len(across.days)) if any(across.scores[who][column] is not None for who in people)]
    series = {words.short_date(across.days[column]): [across.scores[who][column] for who in people] for column in columns}
    return charts.dots(
        title="How safe are the children?",
        description="What each person said on a scale from 0 to 10, at each conference.",
        categories=people,
        series=series,
        low_words="0: harm is certain",
        high_words="10: safe enough to close",
        category_header="Who",
    )


def attendance_chart(across: Across) -> Chart | None:
    """Which agency came to which conference whose attendance was recorded; None before that of any was."""
    columns = [column for column in range(len(across.days)) if any(codes[column] for codes in across.attendance.values())]
    if not columns:
        return None
    marks = {"remote": "attended"}
    rows = {name: [marks.get(codes[column], codes[column]) for column in columns] for name, codes in across.attendance.items()}
    return charts.attendance_grid(
        title="Which agency took part",
        description="For each agency and each conference: attended, sent a deputy, report only, apologies, or did not attend.",
        meetings=[words.short_date(across.days[column]) for column in columns],
        rows=rows,
    )
