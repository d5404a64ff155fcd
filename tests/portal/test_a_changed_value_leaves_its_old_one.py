"""Value history is kept by the database: whoever changes a row, by whatever way, leaves what it was."""

import pytest
from django.db import DatabaseError, connection, transaction

from children.models import Child
from foundation.privacy import models_of_the_house
from portal.demo.history import history_model, keep_history_of_open_work
from referrals.models import Contact
from tests.referrals.build import make_contact

pytestmark = pytest.mark.django_db

CASE_TABLES = ("children_child", "referrals_contact", "referrals_decision", "referrals_contacttask", "work_clock", "board_action")


def test_case_records_keep_their_history() -> None:
    kept = {model._meta.db_table for model in models_of_the_house() if history_model(model) is not None}
    assert set(CASE_TABLES) <= kept


def test_an_update_in_bulk_leaves_the_old_value() -> None:
    contact = make_contact()
    before, history = contact.child.family_name, history_model(Child)
    assert history is not None
    Child.objects.filter(pk=contact.child_id).update(family_name="Otterstead")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE children_child SET family_name = 'Fernley' WHERE id = %s", [contact.child_id])
    names = list(
        history._default_manager.filter(pgh_obj_id=contact.child_id).order_by("pgh_id").values_list("family_name", flat=True)
    )
    assert names == [before, "Otterstead", "Fernley"]


def test_history_itself_cannot_be_changed() -> None:
    contact = make_contact()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE children_childevent SET family_name = 'X' WHERE pgh_obj_id = %s", [contact.child_id])


def test_rows_that_came_in_bulk_get_the_first_entry_of_their_history() -> None:
    contact = make_contact()
    history = history_model(Contact)
    assert history is not None
    before = history._default_manager.filter(pgh_obj_id=contact.pk).count()
    keep_history_of_open_work()
    assert history._default_manager.filter(pgh_obj_id=contact.pk).count() == before + 1
