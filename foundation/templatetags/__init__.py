"""What templates may say: `{% load design %}`."""
