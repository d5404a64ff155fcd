"""From frozen figures and narrative to the pages of a report. Pure: no query; the same content gives the same pages."""
