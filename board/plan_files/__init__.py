"""Action plans as agencies keep them in spreadsheets: where the headings are, and what each row says. No query here."""
