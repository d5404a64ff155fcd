"""The tables of the partnership's own work."""

from board.models.actions import Action, ActionChase, ActionPast, ActionUpdate, Plan
from board.models.budget import BudgetLine

__all__ = ["Action", "ActionChase", "ActionPast", "ActionUpdate", "BudgetLine", "Plan"]
