"""Records of child protection for the access matrix."""

from tests.protection import records_of_conferences, records_of_families

KINDS = {**records_of_families.KINDS, **records_of_conferences.KINDS}
