"""The mails that the board's work sends."""

from foundation.mail import declare_mail

ACTION_CHASE = declare_mail("action_chase", words={"number", "plan", "due_on", "path"})
ACTIONS_CHASE = declare_mail("actions_chase", words={"count", "late", "whose", "path"})
