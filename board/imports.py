"""What can be brought over by `manage.py import_data`: both sides of the budget, of one year or of several."""

from board.services.budget_importing import import_contributions, import_expenditure

IMPORTS = {"contributions": import_contributions, "expenditure": import_expenditure}
