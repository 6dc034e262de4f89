"""Finds documents on an Elasticsearch server, and writes them there."""

from elasticsearch import NotFoundError

from search.engines.base import EngineAway, Found, Mirror
from search.engines.elasticsearch import bulk, counting
from search.engines.elasticsearch.connection import SECONDS_TO_ANSWER, answering
from search.engines.elasticsearch.generations import Generations
from search.engines.elasticsearch.mapping import WINDOW
from search.engines.elasticsearch.queries import compile_choices, compile_prefixes, compile_query

BY_SCORE = [{"_score": "desc"}, {"id": "asc"}]
ORDERS = {"name": [{"name": "asc"}, {"id": "asc"}], "newest": [{"dated": "desc"}, {"id": "asc"}]}


class ElasticsearchEngine(Mirror):
    """The index behind the alias `name`, or the `generation` that doesn't answer yet.

    `seconds` is how long an answer may take.
    """

    def __init__(self, connection, name, generation=None, seconds=SECONDS_TO_ANSWER):
        self.connection, self.name, self.generation, self.seconds = connection, name, generation, seconds
        self.generations = Generations(connection, name)

    def within(self, seconds):
        """The same index, with other patience."""
        return ElasticsearchEngine(self.connection, self.name, self.generation, seconds)

    def search(self, request):
        asked = {"track_total_hits": True, "sort": ORDERS.get(request.order, BY_SCORE), **_page(request)}
        if request.counted:
            query = compile_query(request.query, request.site_language)
            asked["post_filter"] = {"bool": {"filter": compile_choices(request.chosen)}}
            asked["aggs"] = counting.aggregations(request)
        else:
            query = compile_query(request.query, request.site_language, request.chosen)
        with answering():
            answer = self._ask(query=query, **asked)
            hits = tuple((int(hit["_id"]), hit["_score"] or 0.0) for hit in answer["hits"]["hits"])
            counts = counting.counts(
                request,
                answer.get("aggregations", {}),
                lambda more: self._ask(query=query, size=0, aggs=more)["aggregations"],
            )
            return Found(hits, answer["hits"]["total"]["value"], counts)

    def suggest(self, prefixes, site_language, limit, meanings=()):
        if not prefixes or limit < 1:
            return ()
        query = compile_prefixes(prefixes, site_language, meanings)
        with answering():
            answer = self._ask(query=query, sort=BY_SCORE, size=min(limit, WINDOW), track_total_hits=False)
            return tuple(int(hit["_id"]) for hit in answer["hits"]["hits"])

    def write(self, rows, deleted=()):
        """As every engine. Raises EngineAway also where the server doesn't take some of the rows."""
        deleted = deleted if isinstance(deleted, dict) else set(deleted)
        with answering():
            place = self.generation or self.generations.current
            if place is None:
                place = self.generations.begin()
                self.generations.put_in_place(place)
            bulk.write(self.connection.patient_client(), place, rows, deleted)

    def versions(self):
        with answering():
            return dict(self._versions())

    def last_version(self):
        with answering():
            answer = self._ask(size=0, aggs={"last": {"max": {"field": "version"}}})
            return int(answer["aggregations"]["last"]["value"] or 0)

    @property
    def place(self):
        """The name of its index on the server; None where nothing answers to the alias. Raises EngineAway."""
        with answering():
            return self.generation or self.generations.current

    def unfinished(self):
        with answering():
            current, found = self.generations.current, self.generations.all()
        return [self._of(index) for index in reversed(found) if index != current]

    def begin(self):
        with answering():
            return self._of(self.generations.begin())

    def put_in_place(self, beside):
        with answering():
            self.generations.put_in_place(beside.place)

    def remove(self):
        """Remove all of it from the server, as if it had never been."""
        with answering():
            self.generations.remove_all()

    def held(self):
        """The generation that answers now, also when another one takes its place; None where there is none."""
        place = self.place
        return self._of(place) if place else None

    def _of(self, generation):
        return ElasticsearchEngine(self.connection, self.name, generation, self.seconds)

    def _ask(self, **asked):
        try:
            return self.connection.patient_client(self.seconds).search(
                index=self.generation or self.name, source=False, allow_partial_search_results=False, **asked
            )
        except NotFoundError as error:
            raise EngineAway(f"There is no index {self.generation or self.name} in Elasticsearch.") from error

    def _versions(self):
        """Pairs of id and version, as of one moment."""
        client = self.connection.patient_client()
        opened = client.open_point_in_time(index=self.generation or self.name, keep_alive="2m")
        moment, after = {"id": opened["id"], "keep_alive": "2m"}, {}
        try:
            while page := client.search(
                pit=moment,
                size=WINDOW,
                sort="_shard_doc",
                source=False,
                docvalue_fields=["version"],
                track_total_hits=False,
                **after,
            )["hits"]["hits"]:
                yield from ((int(hit["_id"]), hit["fields"]["version"][0]) for hit in page)
                after = {"search_after": page[-1]["sort"]}
        finally:
            client.close_point_in_time(id=opened["id"])


def _page(request):
    """Where the page begins and how much it has, as far as the server goes."""
    begin = min(max(request.offset, 0), WINDOW)
    return {"from_": begin, "size": max(min(request.limit, WINDOW - begin), 0)}
