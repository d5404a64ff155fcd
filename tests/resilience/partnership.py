"""A small partnership in the portal's own database: a MASH, somebody who refers, somebody who compiles."""

import json
import sys

import django

if __name__ == "__main__":
    django.setup()
    from django.conf import settings
    from django.test import Client

    from foundation import clock
    from foundation.actors import SystemActor
    from portal.bench.submitting import make_drafts
    from portal.demo.seeding import newest_complete_year
    from reporting.services.demo import FILES, FOLDER, WRITTEN_FOR, moved
    from reporting.services.imports import import_file
    from tests import factories
    from tests.referrals import build

    build.make_mash()
    sender, reader = build.make_practitioner(), factories.make_person("scrutineer", factories.make_agency("partnership"))
    year = newest_complete_year(clock.today())
    for kind, file in FILES:  # without the narrative, which speaks of figures that only a full demonstration has
        content = moved((FOLDER / f"{file}.csv").read_text(encoding="utf-8"), year.start_year - WRITTEN_FOR.start_year)
        import_file(by=SystemActor("seed"), kind=kind, content=content.encode())

    def session(person: factories.Person) -> str:
        """A session of this person."""
        return factories.sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value

    drafts = [draft.reference for draft in make_drafts(sender, int(sys.argv[1]))]
    print(json.dumps({"sender": session(sender), "reader": session(reader), "drafts": drafts, "year": year.label}))  # noqa: T201
