"""The mails that this app queues."""

from foundation.mail import PATH, declare_mail

REMINDER = declare_mail("work/reminder", words={"summary", PATH})
