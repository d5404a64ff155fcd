"""The library of the demonstration: arrangements, policies, letters of the executive, and national reforms."""

from datetime import date, datetime, timedelta

from accounts.models import Agency, Person
from board.models import (
    Arrangements,
    ArrangementsStep,
    Group,
    Letter,
    LetterAddressee,
    Policy,
    PolicyReview,
    PolicyVersion,
    Reform,
    ReformEntry,
    ReformMilestone,
)
from board.rules import ARRANGEMENTS, POLICY_VERSION
from board.services.letter_asking import KIND, ask_addressees
from board.services.letters import record_reply, send_letter
from foundation.actors import SystemActor
from foundation.calendar import london_date
from portal.demo.papers import keep_clean
from portal.demo.references import References

# Number, what changed; each was agreed, published and in force so many days ago.
VERSIONS = (
    ("1.0", "The first arrangements of the three partners, in the place of the board before them.", 1_500, 1_490, 1_480),
    ("2.0", "The scrutineer reports to the lead partners; the practice review group meets each month.", 760, 750, 740),
    ("3.0", "Education sits in the executive, with a head of a primary and of a secondary school.", 260, 250, 245),
)
# Step, due in so many days, done so many days ago, note.
STEPS = (
    ("Ask partners what they would change", -70, 64, "Seven of nine answered."),
    ("Write the draft with the child protection team in it", -10, None, "Health has asked for two more weeks."),
    ("Hear children and families on the draft", 40, None, ""),
    ("Executive agrees the version", 95, None, ""),
    ("Publish, and send it to schools", 110, None, ""),
)
# Code, title, kind, for whom, group that owns it or the agency, summary; versions: approved so many days ago, review in so many.
POLICIES = (
    (
        "POL-01", "Bruises in babies who do not move yet", "procedure", "practitioners", "Quality improvement group", "",
        "What to do the same day: who is rung, who looks at the child, what is written down.", ((900, -170), (165, 560)),
    ),
    (
        "POL-02", "Resolving professional disagreements", "procedure", "everybody", "Executive group", "",
        "Four levels, each with a time, from the two workers to the executive.", ((700, 25),),
    ),
    (
        "POL-03", "Sharing information", "protocol", "everybody", "", "",
        "When consent is asked for, when not, and what is written down either way.", ((800, -70),),
    ),
    (
        "POL-04", "Supervision", "guidance", "managers", "Learning and development group", "",
        "How often, about what, and what a record of it must say.", ((400, 330),),
    ),
    (
        "POL-05", "Children who go missing", "procedure", "practitioners", "", "police",
        "Who is told in the first hour, and who talks to the child afterwards.", ((500, 230),),
    ),
    (
        "POL-06", "Safer recruitment", "policy", "managers", "", "council",
        "What is checked before anybody begins, also of volunteers.", ((300, 430),),
    ),
    (
        "POL-07", "Neglect: a tool for describing it", "tool", "practitioners", "Quality improvement group", "",
        "Questions that make visible what a day is like for the child.", ((620, 110), (100, 630)),
    ),
    (
        "POL-08", "Toolkit on adolescent neglect (pilot)", "tool", "practitioners", "", "",
        "The pilot of 2023, for young people over twelve.", ((1_100, -370),),
    ),
)  # fmt: skip
WITHDRAWN, IN_ITS_PLACE, REVIEWED = "POL-08", "POL-07", "POL-05"
# Title, source, announced so many days ago, what it asks, agency that leads, post; entries: so many days ago, kind, words,
# how far; milestones: due in so many days, reached so many days ago.
REFORMS = (
    (
        "Multi-agency child protection teams", "Children’s Wellbeing and Schools Act", 330,
        "One team of social work, police, health and education that leads enquiries and plans.", "social-care",
        "Assistant director",
        (
            (270, "decision", "The executive names a programme lead from each partner.", "preparing"),
            (180, "issue", "There is no room in which all four can sit together.", "preparing"),
            (90, "progress", "Two teams have begun in the north of the borough.", "under_way"),
        ),
        (("Two teams work", -95, 90), ("Every locality has a team", 180, None)),
    ),
    (
        "Family help in one service", "Families First Partnership programme guide", 300,
        "Early help and help for children in need are given by one family help worker.", "early-help", "Head of early help",
        (
            (240, "decision", "Early help and the child in need teams are joined from April.", "preparing"),
            (60, "progress", "Job descriptions are agreed with the unions.", "preparing"),
        ),
        (("Staff are told in which team they will be", -15, None),),
    ),
    (
        "Education as a partner", "Working Together to Safeguard Children", 700,
        "Schools and colleges have a seat where decisions are made.", "council", "Director of education",
        (
            (500, "progress", "Heads have chosen whom they send.", "under_way"),
            (245, "decision", "Two heads sit in the executive.", "in_place"),
        ),
        (("The first meeting with both heads", -240, 235),),
    ),
    (
        "A single number for each child", "Children’s Wellbeing and Schools Act", 330,
        "Agencies use one number for a child in their records.", "icb", "Chief information officer", (), (),
    ),
)  # fmt: skip
ASKED = ("police", "icb", "hospital", "housing", "oakfield")
SIGNED_BY = "The three lead safeguarding partners"
REPLIES = ("yes", "yes", "no", "yes", "other", "yes")


class LibraryMaker:
    """Makes the library by dates back from now."""

    def __init__(self, references: References, by: Person, now: datetime) -> None:
        self.references, self.by, self.now, self.today = references, by, now, london_date(now)
        self.agencies = {agency.code: agency for agency in Agency.objects.all()}

    def make(self) -> None:
        """Everything."""
        self._arrangements()
        for policy in POLICIES:
            self._policy(*policy)
        self._withdraw()
        self._review()
        self._letters()
        for reform in REFORMS:
            self._reform(*reform)

    def _ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def _arrangements(self) -> None:
        for number, changes, agreed, published, from_on in VERSIONS:
            version = Arrangements.objects.create(
                reference=self.references.new("3"), number=number, title="Multi-agency safeguarding arrangements",
                agreed_on=self._ago(agreed), published_on=self._ago(published), in_force_from=self._ago(from_on), changes=changes,
            )  # fmt: skip
            self._file(ARRANGEMENTS, version.reference, f"Arrangements {number}.pdf", changes)
        for text, due, done, note in STEPS:
            done_on = self._ago(done) if done else None
            ArrangementsStep.objects.create(text=text, due_on=self._ago(-due), done_on=done_on, note=note)

    def _file(self, kind: str, reference: str, name: str, line: str) -> None:
        keep_clean(kind=kind, reference=reference, name=name, lines=(name.removesuffix(".pdf"), line), by=self.by)

    def _policy(
        self, code: str, title: str, kind: str, audience: str, group: str, agency: str, summary: str,
        versions: tuple[tuple[int, int], ...],
    ) -> None:  # fmt: skip
        policy = Policy.objects.create(
            reference=self.references.new("3"), code=code, title=title, kind=kind, audience=audience, summary=summary,
            group=Group.objects.filter(name=group).first(), agency=self.agencies.get(agency),
            review_due_on=self._ago(-versions[-1][1]),
        )  # fmt: skip
        for place, (approved, review) in enumerate(versions, start=1):
            version = PolicyVersion.objects.create(
                reference=self.references.new("3"), policy=policy, number=f"{place}.0", approved_on=self._ago(approved),
                approver=group or "Executive group", review_due_on=self._ago(-review), written_at=self.now,
                changes="Read again with practitioners, and shortened." if place > 1 else "", written_by=self.by,
            )  # fmt: skip
            self._file(POLICY_VERSION, version.reference, f"{code} version {place}.pdf", summary)

    def _withdraw(self) -> None:
        gone = Policy.objects.get(code=WITHDRAWN)
        gone.withdrawn_on, gone.withdrawn_reason = self._ago(100), "The pilot is over; the tool is for every age now."
        gone.replacement = Policy.objects.get(code=IN_ITS_PLACE)
        gone.save()

    def _review(self) -> None:
        """One was looked at and left as it is."""
        policy = Policy.objects.get(code=REVIEWED)
        policy.review_due_on = self._ago(-320)
        policy.save()
        PolicyReview.objects.create(
            policy_version=policy.versions.get(), reviewed_on=self._ago(45), reviewer="Missing children lead",
            review_due_on=policy.review_due_on, note="Read against the new statutory guidance: nothing in it is out of date.",
            written_at=self.now, written_by=self.by,
        )  # fmt: skip

    def _letters(self) -> None:
        """One to all schools that has been answered and closed; one that waits for replies, also of who is not on the portal."""
        schools = [agency for agency in self.agencies.values() if agency.kind == Agency.Kind.SCHOOL]
        joined = self._letter(
            "Join the scheme that tells schools of a night of domestic abuse",
            "Please say whether your school joins, and who reads the notices.", 210, 180,
        )  # fmt: skip
        for place, school in enumerate(schools):
            self._replied(self._to(joined, school), REPLIES[place % len(REPLIES)], joined.sent_on + timedelta(days=9 + place))
        joined.closed_on, joined.closed_reason = (
            self._ago(150),
            "Nearly every school has joined; those that have not were visited.",
        )
        joined.save()
        waiting = send_letter(
            by=self.by, title="Name who speaks for you on the child protection team",
            text="Please say whether you send somebody from January, and who it is.", signatories=SIGNED_BY,
            sent_on=self._ago(12), reply_due_on=self._ago(-16), agencies=ASKED, others="Northmere youth football league",
        )  # fmt: skip
        while ask_addressees(by=SystemActor(KIND), reference=waiting.reference):
            pass
        for code, reply, words in (("police", "yes", ""), ("icb", "other", "The chief nurse, until a second post is filled.")):
            addressee = waiting.addressees.filter(agency__code=code).first()
            if addressee is not None:
                record_reply(
                    by=self.by, reference=addressee.reference, version=addressee.version, reply=reply, words=words,
                    replied_on=self._ago(4), replier="Head of safeguarding", channel="email",
                )  # fmt: skip

    def _letter(self, title: str, text: str, sent: int, due: int) -> Letter:
        return Letter.objects.create(
            reference=self.references.new("3"), title=title, text=text, signatories=SIGNED_BY,
            sent_on=self._ago(sent), reply_due_on=self._ago(due),
        )  # fmt: skip

    def _to(self, letter: Letter, agency: Agency) -> LetterAddressee:
        reference = self.references.new("3")
        return LetterAddressee.objects.create(reference=reference, letter=letter, agency=agency, sent_on=letter.sent_on)

    def _replied(self, addressee: LetterAddressee, reply: str, day: date) -> None:
        addressee.reply, addressee.replied_on, addressee.replier, addressee.channel = reply, day, "Head", "email"
        addressee.reply_words = "From the spring term, once a second lead is trained." if reply == "other" else ""
        addressee.recorded_at, addressee.recorded_by = self.now, self.by
        addressee.save()

    def _reform(
        self, title: str, source: str, announced: int, asks: str, agency: str, lead: str,
        entries: tuple[tuple[int, str, str, str], ...], milestones: tuple[tuple[str, int, int | None], ...],
    ) -> None:  # fmt: skip
        reform = Reform.objects.create(
            reference=self.references.new("3"), title=title, source=source, announced_on=self._ago(announced), asks=asks,
            agency=self.agencies.get(agency), lead=lead, added_on=self._ago(announced),
            state=entries[-1][3] if entries else "not_begun",
        )  # fmt: skip
        for days, kind, text, state in entries:
            ReformEntry.objects.create(
                reform=reform, kind=kind, happened_on=self._ago(days), text=text, state=state, written_at=self.now,
                written_by=self.by,
            )  # fmt: skip
        for text, due, done in milestones:
            done_on = self._ago(done) if done else None
            ReformMilestone.objects.create(reform=reform, text=text, due_on=self._ago(-due), done_on=done_on)
