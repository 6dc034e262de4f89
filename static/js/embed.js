// A video comes from its provider only once the reader asks for it. Without this script the link stays.
for (const figure of document.querySelectorAll("[data-embed]")) {
  const ask = figure.querySelector(".block-embed-ask");
  ask.hidden = false;
  ask.querySelector("button").addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = figure.dataset.embed;
    frame.title = figure.dataset.title;
    frame.allow = "autoplay; fullscreen; picture-in-picture";
    frame.referrerPolicy = "strict-origin";
    frame.tabIndex = 0;
    ask.replaceWith(frame);
    frame.focus();
  }, { once: true });
}
