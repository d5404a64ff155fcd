"""Print the demonstration's sign-ins: one for each role, with the current one-time code."""

from typing import Any

from django.core.management.base import BaseCommand

from accounts.models import Person, Role
from portal.demo.partnership import PASSWORD, SIGN_INS, address, demo_secret


class Command(BaseCommand):
    """`manage.py demo_sign_ins`."""

    help = "Print the demonstration's sign-ins, one for each role."

    def handle(self, *args: Any, **options: Any) -> None:
        """Nothing when the demonstration is not in this database."""
        import pyotp

        if not Person.objects.filter(email=address(SIGN_INS[0])).exists():
            return
        titles = dict(Role.objects.values_list("code", "title"))
        self.stdout.write(f"Password of all: {PASSWORD}   One-time codes change every 30 seconds; run this again for new ones.\n")
        for sign_in in SIGN_INS:
            code = pyotp.TOTP(demo_secret(address(sign_in))).now()
            self.stdout.write(f"  {address(sign_in):<46} {code}  {titles[sign_in.role]}: {sign_in.tries}")
