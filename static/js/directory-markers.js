// The markers of the map: a diamond a profile, and diamonds of diamonds where there are many, as the server draws them.

const SIDE = 5;
const STITCHES = SIDE * SIDE;
const PIN = 28; // pixels: also what fingers hit
const STITCH = 9; // pixels a unit: a diamond has 1.44 units
const REACH = 0.72;
const SVG = "http://www.w3.org/2000/svg";

// From the middle outwards, ring by ring.
const PLACES = Array.from({ length: STITCHES }, (_, number) => [number % SIDE, Math.floor(number / SIDE)])
  .map(([x, y]) => ({ x, y, far: [Math.abs(x - 2), Math.abs(y - 2)] }))
  .sort((one, other) => Math.max(...one.far) - Math.max(...other.far) || one.far[0] + one.far[1] - other.far[0] - other.far[1]);

const element = (name, attributes) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const drawing = (box, size, diamonds) => {
  const svg = element("svg", { viewBox: box, width: size, height: size, "aria-hidden": "true" });
  for (const { x, y, theme } of diamonds) {
    svg.append(element("path", { class: `pin${theme ? ` hue-${theme}` : ""}`, d: `M${x} ${y - 0.72}l.72 .72-.72 .72-.72-.72z` }));
  }
  return svg;
};

/** The icon of one profile. */
export function pinIcon(L, theme) {
  return L.divIcon({ className: "map-pin", iconSize: [PIN, PIN], html: drawing("-1.1 -1.1 2.2 2.2", PIN, [{ x: 0, y: 0, theme }]) });
}

/** The icon of a cluster: up to 25 diamonds in the shares of its themes, and the number. */
export function clusterIcon(L, cluster, themes) {
  const counts = new Map(["", ...themes].map((theme) => [theme, 0]));
  for (const marker of cluster.getAllChildMarkers()) counts.set(marker.options.theme, counts.get(marker.options.theme) + 1);
  const shares = [...counts].filter(([, number]) => number);
  let each = 1;
  while (shares.reduce((sum, [, number]) => sum + Math.ceil(number / each), 0) > STITCHES) each += 1;
  const stitches = shares.flatMap(([theme, number]) => Array(Math.ceil(number / each)).fill(theme));
  const diamonds = stitches.map((theme, number) => {
    const { x, y } = PLACES[number];
    return { x: (x - y) * 0.8, y: (x + y - SIDE + 1) * 0.8, theme };
  });
  const html = document.createElement("span");
  const number = document.createElement("span");
  number.className = "map-number";
  number.textContent = cluster.getChildCount();
  const far = Math.max(...diamonds.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)])) + REACH;
  const size = Math.max(Math.ceil(2 * far * STITCH), PIN);
  html.append(drawing(`${-far} ${-far} ${2 * far} ${2 * far}`, size, diamonds), number);
  return L.divIcon({ className: "map-cluster", iconSize: [size, size], html });
}

/** What a marker tells: name, kind, place, and the way to the profile. */
export function popup(data, number) {
  const box = document.createElement("div");
  const link = document.createElement("a");
  link.href = data.page.replace("/-/", `/${data.slugs[number]}/`);
  link.textContent = data.names[number];
  box.append(link);
  const facts = [data.kinds[data.kind[number]], data.places[data.place[number]]].filter(Boolean);
  if (facts.length) {
    const line = document.createElement("p");
    line.textContent = facts.join(" · ");
    box.append(line);
  }
  return box;
}
