"""What a page is asked from within."""

# Elements that stick out of a page which therefore scrolls sideways.
OVERFLOW = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > room + 1)
    .map((element) => element.outerHTML.slice(0, 120));
}"""

# What moved after it was drawn, without a reader's doing: the entries behind Cumulative Layout Shift.
SHIFTS = """() => new Promise((resolve) => {
  const moved = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      moved.push(`${entry.value} ${entry.sources.map((source) => source.node?.outerHTML?.slice(0, 80)).join(" | ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(moved), 300);
})"""

# Targets under 24 CSS pixels. Links within a sentence are excepted, as WCAG 2.5.8 has it.
SMALL_TARGETS = """() => {
  const targets = "a[href], button, summary, input:not([type=hidden]), select, textarea";
  const sentences = "p, li, dd, blockquote, figcaption, td";
  const isSeen = (element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true }) && box.right > 0 && box.width > 1;
  };
  const isInSentence = (element) => {
    const sentence = element.closest(sentences);
    return getComputedStyle(element).display === "inline" && sentence
      && sentence.textContent.trim() !== element.textContent.trim();
  };
  return [...document.querySelectorAll(targets)]
    .filter((element) => isSeen(element) && !isInSentence(element))
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([element, box]) => `${box.width}x${box.height} ${element.outerHTML.slice(0, 120)}`);
}"""

# What has the focus, and whether a reader can see that (WCAG 2.4.7, 2.4.11): an outline of its own or of the card
# that it fills, a part of it on the screen, nothing in front. Asked once the browser has scrolled there and drawn it.
FOCUS = """async () => {
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await drawn();
  const element = document.activeElement;
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)));
  const outlined = (one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const card = element.closest("li, article");
  const box = element.getBoundingClientRect();
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const front = document.elementFromPoint(box.left + box.width / 2, (top + bottom) / 2);
  return {
    html: element.outerHTML.slice(0, 120),
    outlined: outlined(element) || Boolean(card && outlined(card)),
    seen: bottom - top >= Math.min(box.height, 24) - 1,
    covered: !(front && (element.contains(front) || front.contains(element) || (card && card.contains(front)))),
  };
}"""
