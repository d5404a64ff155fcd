"""Allauth's forms with the portal's questions and words."""

from typing import Any

from allauth.account import forms as account_forms
from allauth.mfa.base import forms as code_forms
from allauth.mfa.totp import forms as app_forms
from allauth.mfa.webauthn import forms as passkey_forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.forms import HiddenInput, JSONField

from foundation.design.forms import CheckboxField, EmailField, OneTimeCodeField, PasswordField, PortalForm, TextField

HOW_TO_CHOOSE = "At least 12 characters. Three or four words that do not belong together are easy to remember and hard to guess."
CODE_LABEL = "Code from your app, or a recovery code"


def code_field() -> TextField:
    """The question for a code from an app or a recovery code."""
    return TextField(
        label=CODE_LABEL,
        hint="6 numbers from your app, or 8 from your list of recovery codes",
        required_message="Enter the code from your app",
        width=10,
        max_length=20,
        autocomplete="one-time-code",
        inputmode="numeric",
        spellcheck=False,
    )


def new_password_field(label: str = "New password") -> PasswordField:
    """The question for a new password."""
    return PasswordField(label=label, hint=HOW_TO_CHOOSE, new=True, required_message="Enter a new password")


def check_password(form: Any, name: str, password: str | None, person: Any) -> None:
    """Put what is wrong with a new password beside its question."""
    if not password:
        return
    try:
        validate_password(password, person)
    except ValidationError as wrong:
        form.add_error(name, ValidationError(in_our_words(wrong), code="weak"))


def in_our_words(wrong: ValidationError) -> str:
    """The first reason why a password is refused, as a sentence that says what to do."""
    words = {
        "password_too_short": "Enter a password of at least 12 characters",
        "password_too_common": "Enter a password that others are less likely to use. This one is on lists of common passwords",
        "password_entirely_numeric": "Enter a password with letters too, not only numbers",
        "password_too_similar": "Enter a password that is less like your name or email address",
    }
    first = wrong.error_list[0]
    return words.get(str(first.code), "Enter another password")


class CredentialField(JSONField):
    """What a device answers; a number of more digits than Python reads is as unreadable as any other nonsense."""

    def to_python(self, value: Any) -> Any:
        """The answer as an object."""
        try:
            read = super().to_python(value)
        except ValidationError:
            raise
        except (ValueError, RecursionError) as unreadable:
            raise ValidationError(self.error_messages["invalid"], code="invalid", params={"value": ""}) from unreadable
        if value and not isinstance(read, dict):
            raise ValidationError(self.error_messages["invalid"], code="invalid", params={"value": ""})
        return read

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Nothing: what one device answered once is of no use a second time."""
        return None


class SignInForm(PortalForm, account_forms.LoginForm):  # type: ignore[misc]  # allauth is untyped
    """Email address and password."""

    page = "accounts.sign_in"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = EmailField(
            label="Email address", autocomplete="username", required_message="Enter your email address"
        )
        self.fields["password"] = PasswordField(label="Password", required_message="Enter your password")


class PasswordAgainForm(PortalForm, account_forms.ReauthenticateForm):  # type: ignore[misc]  # allauth is untyped
    """The password once more, before something that matters."""

    page = "accounts.password_again"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = PasswordField(label="Password", required_message="Enter your password")


class ChangePasswordForm(PortalForm, account_forms.ChangePasswordForm):  # type: ignore[misc]  # allauth is untyped
    """The old password and a new one."""

    page = "accounts.change_password"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {
            "oldpassword": PasswordField(label="Current password", required_message="Enter your current password"),
            "password1": new_password_field(),
        }

    def clean(self) -> dict[str, Any]:
        """The new password must be a good one; it is typed once and can be shown."""
        check_password(self, "password1", self.cleaned_data.get("password1"), self.user)
        return self.cleaned_data


class AskForPasswordForm(PortalForm, account_forms.ResetPasswordForm):  # type: ignore[misc]  # allauth is untyped
    """The address of the account whose password is forgotten."""

    page = "accounts.forgotten_password"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = EmailField(
            label="Email address", autocomplete="username", required_message="Enter your email address"
        )


class NewPasswordForm(PortalForm, account_forms.ResetPasswordKeyForm):  # type: ignore[misc]  # allauth is untyped
    """A new password, by a link from an email."""

    page = "accounts.new_password"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {"password1": new_password_field()}

    def clean(self) -> dict[str, Any]:
        """The new password must be a good one; it is typed once and can be shown."""
        check_password(self, "password1", self.cleaned_data.get("password1"), self.user)
        return self.cleaned_data


class CodeForm(PortalForm, code_forms.AuthenticateForm):  # type: ignore[misc]  # allauth is untyped
    """The second factor at sign-in."""

    page = "accounts.second_factor"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field()


class CodeAgainForm(PortalForm, code_forms.ReauthenticateForm):  # type: ignore[misc]  # allauth is untyped
    """The second factor once more, before something that matters."""

    page = "accounts.code_again"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field()


class SetUpAppForm(PortalForm, app_forms.ActivateTOTPForm):  # type: ignore[misc]  # allauth is untyped
    """The first code of an authenticator app."""

    page = "accounts.set_up_app"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = OneTimeCodeField(label="Code that the app shows", hint="6 numbers, new every 30 seconds", digits=6)


class AddPasskeyForm(PortalForm, passkey_forms.AddWebAuthnForm):  # type: ignore[misc]  # allauth is untyped
    """A new passkey."""

    page = "accounts.add_passkey"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = TextField(
            label="Name of the device",
            hint="So that you can tell your passkeys apart, such as “Work laptop”",
            max_length=60,
            width=20,
        )
        self.fields["passwordless"] = CheckboxField(
            label="Also let me sign in with this passkey alone, without my password", required=False
        )
        self.fields["credential"] = CredentialField(
            required=True,
            widget=HiddenInput,
            error_messages={"required": "The device did not make a passkey. Try again, or use an authenticator app"},
        )
