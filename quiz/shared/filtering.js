// What narrows a page that is whole without it. What is chosen is in the address: #name=value&…, each only where chosen.

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

class Filtering extends HTMLElement {
  constructor() {
    super();
    /** @type {Field[]} */
    this.fields = [];
    /** What is chosen, as it stands in an address. @type {Pair[]} */
    this.chosen = [];
  }

  connectedCallback() {
    const controls = part(this, "controls");
    this.fields = /** @type {Field[]} */ ([...controls.querySelectorAll("[name]")]);
    for (const type of ["input", "click"]) this.addEventListener(type, this);
    for (const type of ["hashchange", AGAIN]) addEventListener(type, this);
    this.restore();
    controls.removeAttribute("data-off");
  }

  disconnectedCallback() {
    for (const type of ["hashchange", AGAIN]) removeEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent({ type, target }) {
    if (type === "hashchange") this.follow();
    else if (type === AGAIN) this.fill(this.chosen);
    else if (type === "input") this.change();
    else if (/** @type {Element} */ (target).closest("[data-part=clear]")) this.clear();
  }

  /** A plain anchor is no filter, but what it leads to must be there to be seen. */
  follow() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) this.restore();
    else if (this.contains(target) && target.closest("[hidden]")) {
      this.fill([]);
      target.scrollIntoView();
    }
  }

  clear() {
    // The button is about to go, and would take focus with it.
    this.fields[0]?.focus();
    this.fill([]);
    this.save();
  }

  change() {
    this.narrow();
    this.save();
  }

  restore() {
    this.fill(readAddress());
  }

  /** A choice that is no more counts as none. @param {Pair[]} pairs */
  fill(pairs) {
    this.chosen = pairs;
    for (const field of this.fields) {
      const value = pairs.find(({ key }) => key === field.name)?.value || "";
      if (field.value.trim() !== value) field.value = value;
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = "";
    }
    this.narrow();
  }

  save() {
    const names = this.fields.map((field) => field.name);
    const chosen = this.fields.filter((field) => field.value.trim());
    this.chosen = chosen.map((field) => toPair(`${field.name}=${encodeURIComponent(field.value.trim())}`));
    writeAddress([...readAddress().filter(({ key }) => !names.includes(key)), ...this.chosen]);
  }

  narrow() {
    const shown = this.show(Object.fromEntries(this.fields.map((field) => [field.name, field.value])));
    for (const group of all(this, "[data-part=group]")) group.hidden = !group.querySelector("[data-shown]:not([hidden])");
    part(this, "clear").hidden = this.fields.every((field) => !field.value.trim());
    const status = part(this, "status");
    const { text = "", none = "" } = status.dataset;
    status.textContent = filled(shown ? text : none, { shown, total: all(this, "[data-shown]").length });
  }

  /** Hides what does not fit; what may be shown is marked `data-shown`. @param {Record<string, string>} _chosen @returns {number} how much is shown */
  show(_chosen) {
    return 0;
  }
}
