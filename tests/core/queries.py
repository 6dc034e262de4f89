"""How many queries a page takes."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries_of(client, address):
    """(number, SQL) of a request when only the small cache is filled, and the renditions of pictures are made."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured), "\n".join(query["sql"][:300] for query in captured)
