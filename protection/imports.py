"""What can be brought over by `manage.py import_data`."""

from protection.services.importing import import_plans

IMPORTS = {"plans": import_plans}
