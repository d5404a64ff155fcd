"""A site made only for tests: every layout, component and question of the portal."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path

from foundation import charts
from tests.foundation.design.gallery.forms import EveryQuestion, Filters

NOW = dt.datetime(2026, 11, 18, 10, 0, tzinfo=dt.UTC)
SAVED: list[dict[str, str]] = []


@dataclass(frozen=True)
class Visitor:
    name: str = "Dana Officer"
    is_authenticated: bool = True


def shared(request: HttpRequest, here: str) -> dict[str, Any]:
    request.user = Visitor()  # type: ignore[assignment]
    pages = (("/", "My work"), ("/work/", "Contacts"), ("/figures/", "Figures"), ("/questions/", "Refer a child"))
    return {
        "navigation": [{"text": text, "href": href, "current": href == here} for href, text in pages],
        "session_seconds": 1800,
    }


def start(request: HttpRequest) -> HttpResponse:
    tasks = [
        {"text": "The child", "href": "/questions/", "status": "Completed", "done": True},
        {
            "text": "What you are worried about",
            "href": "/questions/?step=2",
            "status": "Not started yet",
            "hint": "About 5 minutes",
        },
        {"text": "Check and send", "status": "Cannot start yet", "classes": "govuk-tag--grey"},
    ]
    return render(request, "gallery/start.html", {**shared(request, "/"), "tasks": tasks})


def questions(request: HttpRequest) -> HttpResponse:
    form = EveryQuestion(request.POST or None, request.FILES or None)
    context = {**shared(request, "/questions/"), "form": form, "autosave_url": "/save/"}
    if request.method == "POST" and form.is_valid():
        return redirect("done")
    return render(request, "gallery/questions.html", context, status=422 if form.is_bound else 200)


def save(request: HttpRequest) -> HttpResponse:
    SAVED.append(request.POST.dict())  # type: ignore[arg-type]
    return JsonResponse({})


def done(request: HttpRequest) -> HttpResponse:
    return render(request, "gallery/done.html", shared(request, "/questions/"))


def work(request: HttpRequest) -> HttpResponse:
    rows = [
        {
            "reference": f"NM-2026-00{n:02}",
            "child": child,
            "age": age,
            "school": school,
            "rating": rating,
            "due": NOW + dt.timedelta(hours=hours),
        }
        for n, child, age, school, rating, hours in (
            (1, "Ada Example", 7, "Hillside Primary School", "red", -30),
            (2, "Bryn Sample", 3, "Harbour Nursery", "amber", 2),
            (3, "Cerys Model-Longlastname", 15, "St Bride’s Academy", "green", 30),
            (4, "Dafydd Specimen", 11, "Hillside Primary School", "grey", 90),
        )
    ]
    events = [
        {"title": "Decision approved", "by": "Morgan Manager", "at": NOW, "text": "Strategy discussion to be held today."},
        {
            "title": "Check answered",
            "by": "Health",
            "at": NOW - dt.timedelta(hours=3),
            "href": "/questions/",
            "link_text": "Read the answer from health",
        },
        {"title": "Contact received", "at": NOW - dt.timedelta(days=1)},
    ]
    tabs = [
        {"text": "Summary", "href": "/work/", "current": True},
        {"text": "Checks", "href": "/work/?tab=checks", "count": 3},
        {"text": "Timeline", "href": "/work/?tab=timeline"},
        {"text": "Documents", "href": "/work/?tab=documents"},
    ]
    facts = [
        {"key": "Name", "value": "Ada Example", "href": "/questions/?change=name"},
        {"key": "Lives with", "value": "Mother\nGrandmother", "href": "/questions/?change=home"},
        {"key": "School", "value": ""},
    ]
    numbers = [
        {"number": 3, "label": "late", "href": "/work/?late=1", "tone": "late"},
        {"number": 12, "label": "due today", "href": "/work/?today=1", "tone": "soon"},
        {"number": "1,000+", "label": "open contacts"},
    ]
    context = {
        **shared(request, "/work/"),
        "rows": rows,
        "events": events,
        "tabs": tabs,
        "facts": facts,
        "numbers": numbers,
        "filters": Filters({"status": "open"}),
        "chips": [{"text": "Open", "href": "/work/?status="}],
        "due": NOW + dt.timedelta(hours=2),
    }
    return render(request, "gallery/work.html", context)


def figures(request: HttpRequest) -> HttpResponse:
    return render(request, "gallery/figures.html", {**shared(request, "/figures/"), "drawn": every_chart()})


def progress(request: HttpRequest) -> HttpResponse:
    step = int(request.GET.get("step", "1"))
    context = {"step": step, "total": 4, "poll": f"/progress/?step={step + 1}", **shared(request, "/figures/")}
    return render(
        request, "gallery/progress_part.html" if request.headers.get("HX-Request") else "gallery/progress.html", context
    )


def pack(request: HttpRequest) -> HttpResponse:
    return render(request, "gallery/pack.html", {**shared(request, ""), "drawn": every_chart()[:1]})


def error(request: HttpRequest, name: str) -> HttpResponse:
    context = {
        "mine": "Mine\nof two lines",
        "theirs": "Theirs",
        "signed_in": "signed-in" in request.GET,
        "answers": ["What I typed\nin two lines"],
        "return_to": "/questions/",
    }
    return render(request, f"errors/{name}.html", context, status=400)


def every_chart() -> list[charts.Chart]:
    months = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
    quarters = ["Q1 2025–26", "Q2 2025–26", "Q3 2025–26", "Q4 2025–26", "Q1 2026–27"]
    return [
        charts.bar(
            title="Contacts by who sent them",
            description="Schools send most, 128 of 301.",
            categories=["Schools", "Police", "Health services and hospitals of the area", "Early years", "Public"],
            values=[128, 91, 60, 22, None],
            headers=("Sent by", "Contacts"),
        ),
        charts.stacked_bar(
            title="Referrals by month",
            description="Between 40 and 71 a month; neglect is the largest part.",
            categories=months,
            series={
                "Neglect": [20, 22, 25, 18, 12, 30, 31, 27],
                "Emotional": [12, 14, 9, 11, 9, 20, 18, 16],
                "Physical": [8, 9, 7, 6, 5, 9, 12, 3],
            },
            category_header="Month",
        ),
        charts.line(
            title="Decisions within one working day",
            description="Between 71% and 96%; below the expected range in August.",
            categories=months,
            series={"Within one working day": [91, 93, 90, 88, 71, 92, 96, 94]},
            unit="%",
            bands=charts.Bands(lower=82, centre=89.4, upper=97),
            category_header="Month",
            from_zero=False,
        ),
        charts.line(
            title="Contacts and referrals",
            description="Contacts rise, referrals stay.",
            categories=quarters,
            series={
                "Contacts": [301, 322, None, 377, 410],
                "Referrals": [120, 118, 124, 131, 119],
                "Assessments": [80, 91, 77, 85, 83],
            },
            category_header="Quarter",
        ),
        charts.strip(
            title="Actions, last five quarters",
            description="Two of three actions are back on track.",
            periods=quarters,
            rows={
                "Share the neglect toolkit": ["red", "amber", "amber", "green", "blue"],
                "Train all front-door staff in the new threshold document": ["", "red", "red", "amber", "green"],
                "Review of transport": ["green", "green", "amber", "red", "red"],
            },
            row_header="Action",
        ),
        charts.dots(
            title="What young people said",
            description="Feeling safe rose from 4 to 7.",
            categories=["I feel safe", "Someone listens to me", "I know what happens next"],
            series={"At the start": [4, 3, 5], "Now": [7, 8, 5]},
            low_words="not at all",
            high_words="completely",
        ),
        charts.lanes(
            title="Contacts and gaps",
            description="Two agencies, and half a year without a contact.",
            start=dt.date(2021, 1, 1),
            end=dt.date(2021, 12, 31),
            series=["Routine", "Key", "Missed opportunity", "Good practice"],
            rows={
                "Northmere Health": [charts.Mark(dt.date(2021, 1, 9 + number), number) for number in range(4)],
                "Northmere Police": [charts.Mark(dt.date(2021, 12, 31), 2)],
            },
            gaps=[(dt.date(2021, 5, 1), dt.date(2021, 12, 30))],
            gap_words="No contact of any agency for 90 days or more",
            row_header="Agency",
        ),
        charts.kinship(
            title="A family",
            description="Two grandparents, three parents, five children of two fathers, and a neighbour.",
            rows=[
                [charts.Figure("e1", ["Nan Ample", "Maternal grandmother"], "circle"), charts.Figure("e2", ["Ernest Example"])],
                [
                    charts.Figure("p1", ["Maud Ample-Featherstonehaugh", "Mother"], "circle", filled=True),
                    charts.Figure("p2", ["Fred Example", "Father"], "square"),
                    charts.Figure("p3", ["Gus Sample", "Father"], "square", filled=True),
                ],
                [
                    *(charts.Figure(f"c{n}", [f"Child{n} Example", "born 1 May 2019"], "square", strong=True) for n in range(4)),
                    charts.Figure("c4", ["Unborn child", "due 8 Jan 2027"], "triangle", strong=True),
                ],
            ],
            links=[
                charts.Link(["e1"], ["p1"]),
                charts.Link(["p1", "p2"], ["c0", "c1"]),
                charts.Link(["p1", "p3"], ["c2", "c3", "c4"]),
            ],
            others=[charts.Figure(f"o{n}", [f"Neighbour {n}", "Friend of the mother"]) for n in range(7)],
            others_title="Others",
            signs=[(charts.Figure("", (), "circle"), "Female"), (charts.Figure("", (), "square", filled=True), "At home")],
            table=(("Who", "What"), [("Nan Ample", "Maternal grandmother"), ("Fred Example", "Father")]),
        ),
        charts.attendance_grid(
            title="Who came to the board",
            description="Health came each time.",
            meetings=["12 Jan 2026", "16 Mar 2026", "11 May 2026", "13 Jul 2026", "14 Sep 2026"],
            rows={
                "Northmere Council": ["attended", "attended", "deputy", "attended", "attended"],
                "Northmere Integrated Care Board": ["attended", "attended", "attended", "attended", "attended"],
                "Police": ["attended", "apologies", "absent", "attended", ""],
            },
        ),
    ]


ADDRESSES = (
    ("", start, None),
    ("questions/", questions, None),
    ("save/", save, None),
    ("done/", done, "done"),
    ("work/", work, None),
    ("figures/", figures, None),
    ("progress/", progress, None),
    ("pack/", pack, None),
    ("error/<name>/", error, None),
    ("sign-in/", start, "account_login"),
    ("sign-out/", start, "account_logout"),
    ("account/", start, "account"),
    ("accessibility/", start, "accessibility_statement"),
    ("privacy/", start, "privacy_notice"),
    ("stay/", save, "stay_signed_in"),
)
# No view of the gallery asks the database anything.
urlpatterns = [path(address, non_atomic_requests(view), name=name) for address, view, name in ADDRESSES]
