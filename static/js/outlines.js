// GeoJSON of the TopoJSON in static/map/world.json, ready for Leaflet: longitudes go on beyond 180 instead of leaping.

const HALF_TURN = 180;

/** The countries of `topology` as a FeatureCollection; the id of each is its code of ISO 3166-1. */
export function countries(topology) {
  const arcs = topology.arcs.map((arc) => degrees(arc, topology.transform));
  const features = topology.objects.countries.geometries.map(({ id, arcs: polygons }) => ({
    type: "Feature",
    id,
    properties: {},
    geometry: {
      type: "MultiPolygon",
      coordinates: polygons.map((rings) => rings.map((ring) => unwrapped(joined(ring, arcs)))),
    },
  }));
  return { type: "FeatureCollection", features };
}

function degrees(arc, { scale, translate }) {
  let x = 0;
  let y = 0;
  return arc.map(([right, up]) => [(x += right) * scale[0] + translate[0], (y += up) * scale[1] + translate[1]]);
}

// A ring names its arcs by number; ~number is the arc backwards. Each begins where the one before ended.
function joined(ring, arcs) {
  return ring.flatMap((number, place) => {
    const arc = number < 0 ? [...arcs[~number]].reverse() : arcs[number];
    return place ? arc.slice(1) : arc;
  });
}

// Most of a ring lies between -180 and 180, however it began.
function unwrapped(points) {
  let shift = 0;
  const shifts = points.map(([longitude], place) => {
    const before = place ? points[place - 1][0] : longitude;
    if (Math.abs(longitude - before) > HALF_TURN) shift += longitude < before ? 2 * HALF_TURN : -2 * HALF_TURN;
    return shift;
  });
  const usual = [...shifts].sort((one, other) => one - other)[Math.floor(shifts.length / 2)];
  return points.map(([longitude, latitude], place) => [longitude + shifts[place] - usual, latitude]);
}
