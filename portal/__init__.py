"""The roof of the house: settings, URL root, Celery, home page. Nobody imports it."""
