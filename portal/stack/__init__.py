"""The demonstration on one machine, under one supervisor.

PostgreSQL, Redis, virus scanner, mail catcher, web, workers and beat.

Standard library and aiosmtpd only, and no Django: this starts before there is a database to talk to.
"""
