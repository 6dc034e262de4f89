// The map of the list: it takes the place of the drawn one. Leaflet and its clusters come before this script (`L`).
import { countries } from "./outlines.js";
import { clusterIcon, pinIcon, popup } from "./directory-markers.js";

const { L } = window;
const CLOSEST = 12;
const FURTHEST = 2;
const PADDING = [28, 28];
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const json = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer.json();
};

const background = (map, outlines, words) => {
  if (words.tiles) L.tileLayer(words.tiles, { attribution: L.Util.template("{text}", { text: escaped(words.attribution) }) }).addTo(map);
  const land = L.geoJSON(countries(outlines), {
    interactive: false,
    attribution: words.tiles ? "" : words.outlines,
    style: ({ id }) => ({ className: `map-country${id === "BG" ? " map-home" : ""}${words.tiles ? " map-outline" : ""}` }),
  });
  land.addTo(map).bringToBack();
};

const escaped = (text) => {
  const element = document.createElement("span");
  element.textContent = text;
  return element.innerHTML;
};

// What Leaflet draws for the mouse is for the keyboard and for screen readers, too: a name, and the space bar.
const named = (marker, name) => marker.on("add", () => {
  const element = marker.getElement();
  element.setAttribute("aria-label", name);
  element.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    marker.fire("click", { latlng: marker.getLatLng(), originalEvent: event });
  });
});

const markersOf = (data, words) => {
  const group = L.markerClusterGroup({
    animate: !calm.matches,
    showCoverageOnHover: false,
    maxClusterRadius: 56,
    spiderLegPolylineOptions: { className: "map-leg" },
    iconCreateFunction: (cluster) => {
      if (!cluster.isNamed) {
        cluster.isNamed = true;
        named(cluster, words.cluster.replace("%(number)s", cluster.getChildCount()));
      }
      return clusterIcon(L, cluster, data.themes);
    },
  });
  group.addLayers(data.names.map((name, number) => {
    const theme = data.themes[data.theme[number]] ?? "";
    const marker = L.marker([data.lat[number] / data.grid, data.lon[number] / data.grid], { icon: pinIcon(L, theme), theme, riseOnHover: true });
    marker.bindPopup(() => popup(data, number), { autoPan: true, closeButton: false });
    return named(marker, name);
  }));
  return group;
};

const show = async (frame) => {
  const words = JSON.parse(frame.dataset.words);
  const [data, outlines] = await Promise.all([json(frame.dataset.map), json(frame.dataset.outlines)]);
  if (!frame.isConnected) return;
  const place = document.createElement("div");
  place.className = "map map-live";
  place.setAttribute("role", "region");
  place.setAttribute("aria-label", words.map);
  frame.replaceChildren(place);
  const motion = !calm.matches;
  const map = L.map(place, {
    minZoom: FURTHEST,
    maxZoom: CLOSEST,
    zoomSnap: 0.25,
    zoomControl: false,
    scrollWheelZoom: false,
    zoomAnimation: motion,
    fadeAnimation: motion,
    markerZoomAnimation: motion,
    inertia: motion,
  });
  map.attributionControl.setPrefix(false);
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  const markers = markersOf(data, words);
  map.fitBounds(markers.getBounds(), { padding: PADDING, maxZoom: 10, animate: false });
  background(map, outlines, words);
  map.addLayer(markers);
  map.on("popupopen", ({ popup: opened }) => opened.getElement().querySelector("a").focus());
  place.addEventListener("keydown", (event) => {
    if (event.key === "Escape") map.closePopup();
  });
  // The wheel scrolls the page until somebody works with the map.
  map.on("focus click", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
};

// Filters change the list in place; a new map may then stand there.
const begin = () => {
  for (const frame of document.querySelectorAll("[data-map]:not([data-begun])")) {
    frame.dataset.begun = "";
    // The drawn map stays where this one can't come.
    show(frame).catch((error) => console.error(error));
  }
};

begin();
new MutationObserver(begin).observe(document.querySelector(".dir-results") ?? document.body, { childList: true });
