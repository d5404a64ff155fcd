"""The partnership's own work: action plans and budget; later groups, meetings and challenge."""
