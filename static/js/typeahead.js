// Suggests what a reader may be looking for: a combobox with a list, in which one chooses by hand (ARIA Authoring
// Practices, "List Autocomplete with Manual Selection"). Without this script the form asks as any form does.
const PAUSE = 120; // ms without a key before anything is asked
let number = 0;

const attribute = (element, values) => {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
};

class Typeahead {
  constructor(field) {
    this.field = field;
    this.known = new Map(); // what was answered for a text on this page
    this.list = this.#made("ul", { role: "listbox", id: `suggestions-${++number}`, class: "suggestions", hidden: "" });
    this.list.setAttribute("aria-label", field.getAttribute("aria-label"));
    this.news = this.#made("p", { role: "status", class: "unseen" });
    attribute(field, { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.list.id, "aria-expanded": "false" });
    field.addEventListener("input", () => this.#later());
    field.addEventListener("keydown", (event) => this.#key(event));
    field.addEventListener("blur", () => this.#close());
    // The field keeps the focus while the list is pointed at.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.#go(event.target.closest("li"), event));
    addEventListener("pagehide", () => this.#close());
    if (field.value.trim() && field.value !== field.defaultValue) this.#later();
  }

  #made(tag, attributes) {
    const element = document.createElement(tag);
    attribute(element, attributes);
    this.field.form.append(element);
    return element;
  }

  get #open() {
    return !this.list.hidden;
  }

  get #chosen() {
    return this.list.querySelector("[aria-selected=true]");
  }

  #later() {
    clearTimeout(this.timer);
    this.waiting?.abort();
    this.timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    const text = this.field.value.trim();
    if (!text) return this.#close();
    this.waiting?.abort();
    const waiting = (this.waiting = new AbortController());
    try {
      const found = this.known.get(text) ?? (await this.#fetched(text, waiting.signal));
      this.known.set(text, found);
      if (!waiting.signal.aborted && document.activeElement === this.field) this.#show(found);
    } catch (error) {
      // Readers lose nothing that they asked for: the form still works.
      if (error.name !== "AbortError") this.#close();
    }
  }

  async #fetched(text, signal) {
    const url = new URL(this.field.dataset.suggest, location);
    url.searchParams.set("q", text);
    const answer = await fetch(url, { signal, headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }

  #show({ suggestions, said }) {
    this.list.replaceChildren(...suggestions.map((one, place) => this.#option(one, place)));
    this.#mark(null);
    this.#toggle(suggestions.length > 0);
    this.news.textContent = said;
  }

  #option({ url, title_html, language, language_label, kind_label, why }, place) {
    const [option, title, facts] = ["li", "span", "span"].map((tag) => document.createElement(tag));
    Object.assign(option, { id: `${this.list.id}-${place}`, role: "option" });
    option.dataset.url = url;
    title.innerHTML = title_html; // escaped by the server but for its marks
    if (language_label) title.lang = language;
    facts.textContent = [kind_label, why, language_label].filter(Boolean).join(" · ");
    facts.className = "suggestion-facts";
    option.append(title, " ", facts);
    return option;
  }

  #mark(option) {
    for (const one of this.list.children) one.setAttribute("aria-selected", String(one === option));
    if (!option) return this.field.removeAttribute("aria-activedescendant");
    this.field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  #toggle(open) {
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
  }

  #close() {
    clearTimeout(this.timer);
    this.waiting?.abort();
    this.#mark(null);
    this.#toggle(false);
    this.news.textContent = "";
  }

  #go(option, event) {
    if (!option) return;
    if (event.ctrlKey || event.metaKey) return void window.open(option.dataset.url, "_blank", "noopener");
    this.#close();
    location.assign(option.dataset.url);
  }

  #step(forward) {
    const options = [...this.list.children];
    const place = options.indexOf(this.#chosen);
    const next = forward ? place + 1 : (place < 0 ? options.length : place) - 1;
    // Behind the last and before the first stands the field itself.
    this.#mark(options[next] ?? null);
  }

  #key(event) {
    if (event.isComposing) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (!this.#open) this.#ask();
      else if (event.altKey) this.#close();
      else this.#step(key === "ArrowDown");
    } else if (key === "Enter" && this.#chosen) {
      event.preventDefault();
      this.#go(this.#chosen, event);
    } else if (key === "Escape" && this.#open) {
      // What stands around the field has an Escape of its own.
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (key === "Tab" || key === "Enter") {
      this.#close();
    } else if (key === "Home" || key === "End" || key === "ArrowLeft" || key === "ArrowRight") {
      this.#mark(null);
    }
  }
}

export const enhance = (field) => new Typeahead(field);
