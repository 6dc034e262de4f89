"""GeoJSON (RFC 7946): what filters find, for maps. What has no known position is in it, without a geometry."""

from directory.formats.answers import stream
from directory.formats.documents import document
from directory.formats.records import record


def as_geojson(request, filters):
    def feature(row):
        facts = record(row, filters.language, request.build_absolute_uri)
        number, latitude, longitude = facts.pop("id"), facts.pop("latitude"), facts.pop("longitude")
        known = latitude is not None and longitude is not None
        point = {"type": "Point", "coordinates": [longitude, latitude]} if known else None
        return {"type": "Feature", "id": number, "geometry": point, "properties": facts}

    pieces = document(request, filters, {"type": "FeatureCollection"}, "features", feature)
    return stream(request, pieces, "application/geo+json")
