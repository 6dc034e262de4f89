"""What search engines read about a profile (schema.org Organization, or Person)."""

from core.json_ld import as_json_ld, picture_object
from directory.facts import web_address
from taxonomy.models import PlaceKind

PERSON = "individual"  # the kind of organisation that is none


def organisation(profile, *, name, text, address, picture, language):
    """The JSON-LD of a profile as it stands at the absolute `address`; `text` is its text there, or None."""
    is_person = bool(profile.kind_id) and profile.kind.slug == PERSON
    links = filter(None, (web_address(link.url) for link in profile.links.all()))
    data = {
        "@type": "Person" if is_person else "Organization",
        "@id": address,
        "name": name,
        "description": text.summary if text else "",
        "url": web_address(profile.website) or address,
        "mainEntityOfPage": address,
        "sameAs": list(links),
        "knowsAbout": [topic.labels.text(language) for topic in profile.topic_list],
        "image": picture and picture_object(picture),
    }
    if profile.founded and not is_person:
        data["foundingDate"] = str(profile.founded)
    if place := _place(profile, language):
        data["homeLocation" if is_person else "location"] = place
    return as_json_ld({name: value for name, value in data.items() if value})


def _place(profile, language):
    if not profile.place_id and not profile.locality:
        return None
    way = {place.kind: place for place in profile.place.way} if profile.place_id else {}
    settlement, province, country = (way.get(kind) for kind in reversed(PlaceKind.values))
    address = {
        "addressLocality": profile.locality or (settlement and settlement.labels.text(language)),
        "addressRegion": province and province.labels.text(language),
        "addressCountry": country and country.code,
    }
    place = {
        "@type": "Place",
        "address": {"@type": "PostalAddress"} | {key: one for key, one in address.items() if one},
    }
    if profile.position:
        latitude, longitude = profile.position
        place["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return place
