"""Many ids in one query: databases limit how many values a condition may list one by one."""

import json

from django.db.models import BigIntegerField, Expression


class Among(Expression):
    """`filter(pk__in=Among(ids))`: `ids`, however many, as one value."""

    output_field = BigIntegerField()

    def __init__(self, ids):
        super().__init__()
        self.ids = tuple(ids)

    def as_sqlite(self, compiler, connection, **_context):
        return "(SELECT value FROM json_each(%s))", [json.dumps(self.ids)]

    def as_postgresql(self, compiler, connection, **_context):
        return "(SELECT unnest(%s::bigint[]))", [list(self.ids)]
