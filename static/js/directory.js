// The list changes in place: whatever a link or a form of it asks for is fetched and takes the place of what stood
// there, under the same address. Without this script the browser loads that address as a page.
const live = document.querySelector("[data-live]");
const address = new URL(live.dataset.live, location);
const PARTS = ["#dir-head", "#dir-questions", ".facets > form", ".dir-results"];
let waiting;

// The map has scripts of its own, which only a page brings along.
const viewOf = (url) => url.searchParams.get("view");
const isOurs = (url) => url.origin === address.origin && url.pathname === address.pathname && !url.searchParams.has("format") && viewOf(url) === viewOf(new URL(location));

// The address that a form asks for, without what is empty.
const asked = (form, submitter) => {
  const url = new URL(form.action);
  for (const [name, value] of new FormData(form, submitter)) if (value !== "") url.searchParams.append(name, value);
  return url;
};

// How to find the element with the focus again among new ones; where it is gone, the results have it.
const nameOf = (element) => {
  if (!element || !live.contains(element)) return null;
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (!element.name) return null;
  const name = `${element.localName}[name="${CSS.escape(element.name)}"]`;
  return element.type === "checkbox" ? `${name}[type="checkbox"][value="${CSS.escape(element.value)}"]` : name;
};

const lids = (root) => [...root.querySelectorAll("details.facet")];
const nameOfLid = (lid) => lid.querySelector("input")?.name;

const put = (page) => {
  const focused = nameOf(document.activeElement);
  const opened = new Map(lids(document).map((lid) => [nameOfLid(lid), lid.open]));
  for (const lid of lids(page)) if (opened.has(nameOfLid(lid))) lid.open = opened.get(nameOfLid(lid));
  for (const part of PARTS) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh) old.replaceChildren(...fresh.childNodes);
  }
  const number = [document, page].map((one) => one.querySelector(".facets > summary"));
  if (number.every(Boolean)) number[0].replaceChildren(...number[1].childNodes);
  document.title = page.title;
  for (const [index, link] of [...document.querySelectorAll(".site-header .tools a[hreflang]")].entries()) {
    link.href = page.querySelectorAll(".site-header .tools a[hreflang]")[index].getAttribute("href");
  }
  if (focused) (document.querySelector(focused) ?? document.querySelector(".dir-results")).focus({ preventScroll: true });
};

const show = async (url, { remember = true, down = false } = {}) => {
  waiting?.abort();
  waiting = new AbortController();
  live.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { signal: waiting.signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.ok || !page.querySelector("[data-live]")) throw new Error(answer.status);
    put(page);
    if (remember) history.pushState({ directory: true }, "", url);
    document.querySelector("#dir-news").textContent = document.querySelector(".dir-head .count").innerText;
    if (down) document.querySelector(".dir-results").scrollIntoView();
  } catch (error) {
    if (error.name === "AbortError") return;
    location.assign(url);
  }
  live.removeAttribute("aria-busy");
};

live.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  if (!isOurs(url) || url.hash) return;
  event.preventDefault();
  const down = Boolean(link.closest(".pages"));
  show(url, { down });
  if (down) document.querySelector(".dir-results").focus({ preventScroll: true });
});

live.addEventListener("submit", (event) => {
  event.preventDefault();
  const lid = event.target.closest(".facets");
  const done = lid && !event.submitter?.name;
  if (done && matchMedia("(width < 64rem)").matches) {
    lid.open = false;
    document.querySelector(".dir-results").focus({ preventScroll: true });
  }
  show(asked(event.target, event.submitter), { down: Boolean(done) });
});

live.addEventListener("change", (event) => {
  if (event.target.form && event.target.type !== "search") show(asked(event.target.form));
});

// What is shown now is there again after a way back, whether it was a page or a change of one.
history.replaceState({ directory: true }, "");
addEventListener("popstate", (event) => {
  if (event.state?.directory) show(new URL(location), { remember: false });
});
