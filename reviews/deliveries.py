"""What this app sends by email: that somebody was named on a case, and nothing about it."""

from foundation.mail import declare_mail

NAMED = declare_mail("reviews/named", words={"path"})
