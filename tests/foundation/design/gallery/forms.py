"""One form with every kind of question."""

from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    EmailField,
    FileField,
    LongTextField,
    ManyChoiceField,
    MoneyField,
    NumberField,
    OneTimeCodeField,
    PasswordField,
    PhoneField,
    PortalForm,
    SelectField,
    TextField,
    TimeField,
    YesNoField,
)


class EveryQuestion(PortalForm):
    page = "gallery.every_question"

    name = TextField(label="Child’s full name", required_message="Enter the child’s full name", autocomplete="off")
    born = DateField(label="Date of birth", hint="For example, 27 3 2015", in_past=True)
    seen_at = TimeField(label="What time were they last seen?", noun="Time last seen")
    worry = LongTextField(
        label="What are you worried about?",
        hint="Say what you have seen or heard, in your own words",
        max_length=400,
        rows=6,
        required_message="Enter what you are worried about",
    )
    police = ChoiceField(
        label="Were the police called?",
        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
        required_message="Select yes if the police were called",
        reveal={"yes": ["police_ref", "police_account"]},
        choice_hints={"yes": "We will ask for the reference"},
    )
    police_ref = TextField(label="Police reference", width=20, required_message="Enter the police reference")
    police_account = LongTextField(label="What did they say?", rows=3, required=False)
    harms = ManyChoiceField(
        label="What might be happening?",
        hint="Choose all that apply",
        choices=[("hurt", "Being hurt"), ("care", "Not being looked after"), ("none", "None of these")],
        exclusive=["none"],
        required_message="Select what might be happening, or “None of these”",
    )
    consent = YesNoField(label="Does the family know you are telling us?", required_message="Select yes if the family knows")
    school = SelectField(
        label="School",
        choices=[("1", "Hillside Primary School"), ("2", "St Bride’s Academy")],
        empty_label="Choose a school",
        required_message="Select the school",
    )
    email = EmailField(label="Your email address")
    telephone = PhoneField(label="Your phone number", required=False)
    hours = NumberField(label="How many hours a week are they in school?", noun="Hours in school", least=0, most=50, unit="hours")
    cost = MoneyField(label="What did it cost?", noun="Cost", required=False)
    papers = FileField(label="Add a document", kinds=("pdf", "docx"), most_mb=20, required=False)
    password = PasswordField(label="Password", required_message="Enter your password")
    code = OneTimeCodeField(label="Code from your app", hint="6 numbers")
    true = CheckboxField(
        label="What I have written is true as far as I know", required_message="Select the box to say it is true"
    )


class Filters(PortalForm):
    status = SelectField(
        label="Status", choices=[("open", "Open"), ("closed", "Closed")], required=False, empty_label="All", mark_optional=False
    )
    text = TextField(label="Reference or name", required=False, mark_optional=False)
