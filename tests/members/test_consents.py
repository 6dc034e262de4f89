"""Proofs of consent: added, never changed."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone

from members.consents import DAYS_OF_NETWORKS, forget_old_networks
from members.models import ConsentRecord
from members.models.consents import RecordIsFinal

pytestmark = pytest.mark.django_db


@pytest.fixture
def proof():
    return ConsentRecord.objects.create(
        purpose="newsletter:news", address="maria@example.org", action="given", language="bg", network="192.0.2.0/24"
    )


def test_a_record_is_never_saved_again_nor_deleted(proof):
    proof.text = "Друго."
    for change in (proof.save, proof.delete, ConsentRecord.objects.all().delete):
        with pytest.raises(RecordIsFinal):
            change()
    with pytest.raises(RecordIsFinal):
        ConsentRecord.objects.update(text="Друго.")


@pytest.mark.parametrize("column", ["text", "address", "purpose", "confirmed_at"])
def test_the_database_refuses_to_change_what_was_agreed(proof, column):
    with pytest.raises(DatabaseError, match="final"), transaction.atomic():
        models.QuerySet(ConsentRecord).filter(pk=proof.pk).update(**{column: proof.recorded_at})


def test_the_database_refuses_it_by_plain_sql_too(proof):
    with pytest.raises(DatabaseError, match="final"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE members_consentrecord SET source = 'x'")


def test_the_network_is_forgotten_and_all_else_stays(proof):
    fresh = ConsentRecord.objects.create(
        purpose="p",
        address="a@example.org",
        action="given",
        language="bg",
        network="192.0.2.0/24",
        recorded_at=timezone.now() + timedelta(days=DAYS_OF_NETWORKS),
    )
    assert forget_old_networks() == 0
    old = timezone.now() - timedelta(days=DAYS_OF_NETWORKS + 1)
    ConsentRecord.objects.create(
        purpose="p", address="b@example.org", action="given", language="bg", network="::/48", recorded_at=old
    )
    assert forget_old_networks() == 1
    assert set(ConsentRecord.objects.values_list("network", flat=True)) == {"192.0.2.0/24", ""}
    assert ConsentRecord.objects.filter(pk=fresh.pk).exists()


def test_who_asks_to_be_erased_is_erased(proof):
    ConsentRecord.objects.erase("maria@example.org")
    assert not ConsentRecord.objects.exists()
