"""Questions to a professional without an account."""

from foundation.design.forms import EmailField, OneTimeCodeField, PortalForm


class VisitForm(PortalForm):
    """To which address the code goes."""

    page = "accounts.visit"

    email = EmailField(
        label="Your email address at work",
        hint="For example at your school, practice, trust, council or charity. We send a code to it.",
        required_message="Enter your email address at work",
    )


class CodeForm(PortalForm):
    """The code that came."""

    page = "accounts.visit_code"

    code = OneTimeCodeField(label="Code", hint="6 numbers", required_message="Enter the code from the email")


class SealedCodeForm(PortalForm):
    """The code that was told by telephone."""

    page = "accounts.sealed_code"

    code = OneTimeCodeField(label="Code", hint="6 numbers", required_message="Enter the code that you were told")
