"""The browser's side of the inbox, requests and questionnaires."""
