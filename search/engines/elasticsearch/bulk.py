"""Writes by bulk: what is late never takes the place of what is newer."""

from elasticsearch.helpers import streaming_bulk

from search.engines.base import EngineAway
from search.engines.elasticsearch.generations import writing_alias
from search.engines.elasticsearch.mapping import document

AT_ONCE = 500
MOST_BYTES = 10 * 1024 * 1024
# A newer version is there; what is to be deleted isn't there any more.
LATE, GONE = 409, 404


def write(client, generation, rows, deleted):
    """Put the rows into a generation, take out `deleted`, and let both be asked for. Raises EngineAway.

    `deleted` are ids, or {id: version} of which a newer version stays.
    """
    actions = [_index(row) for row in rows if row.id not in deleted] + [_delete(one, deleted) for one in deleted]
    outcomes = streaming_bulk(
        client,
        actions,
        index=writing_alias(generation),
        require_alias=True,
        chunk_size=AT_ONCE,
        max_chunk_bytes=MOST_BYTES,
        raise_on_error=False,
    )
    failed = [failure for done, outcome in outcomes if not done and (failure := _failure(outcome))]
    if failed:
        raise EngineAway(f"Elasticsearch did not take {len(failed)} documents, the first because of {failed[0]}")
    client.indices.refresh(index=generation)


def _index(row):
    return {
        "_op_type": "index",
        "_id": str(row.id),
        "version": row.version,
        "version_type": "external_gte",
        "_source": document(row),
    }


def _delete(one, deleted):
    action = {"_op_type": "delete", "_id": str(one)}
    if isinstance(deleted, dict):
        action |= {"version": deleted[one], "version_type": "external_gte"}
    return action


def _failure(outcome):
    (action, result), *_ = outcome.items()
    late = result["status"] == LATE
    gone = action == "delete" and result["status"] == GONE and "error" not in result
    return None if late or gone else result
