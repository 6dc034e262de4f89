// Looks again by itself while an import runs. Without JavaScript there is a button for it.
const EVERY = 3000;
const box = document.getElementById("import-progress");

async function look() {
  try {
    const response = await fetch(window.location.href, { headers: { Accept: "text/html" } });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("import-progress");
    if (!fresh) return;
    if (fresh.dataset.importProgress !== "running") {
      window.location.reload();
      return;
    }
    // Only what changes: whoever is on a button stays there.
    for (const part of [".imports__facts", "[role=status]"]) {
      const [now, then] = [box.querySelector(part), fresh.querySelector(part)];
      if (now && then) now.replaceChildren(...then.childNodes);
    }
  } catch {
    // The network is away for a moment; the next look will tell.
  }
  window.setTimeout(look, EVERY);
}

window.setTimeout(look, EVERY);
