// Narrows the item bank, which is whole without it (item-bank.md.j2). Every word comes from that HTML.
"use strict";
{
  // {% include "shared/address.js" %}

  const NAMES = ["kind", "type", "words"];

  /** As people type: no capitals, accents or curly marks. @param {string} text */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();

  /** @typedef {ReturnType<typeof toEntry>} Entry */

  /** @param {HTMLElement} element an item, with the text that is looked through */
  const toEntry = (element) => ({
    element,
    text: fold([...element.querySelectorAll("[data-words]")].map((part) => part.textContent).join(" ")),
  });

  /** What the address says is in it: #kind=…&type=…&words=…, each only where it is chosen. */
  class RightAskBank extends HTMLElement {
    constructor() {
      super();
      /** @type {Entry[]} */
      this.items = [];
      /** @type {(HTMLInputElement | HTMLSelectElement)[]} */
      this.fields = [];
    }

    connectedCallback() {
      this.items = this.all("[data-kind]").map(toEntry);
      this.fields = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ (NAMES.map((name) => this.one(`[name="${name}"]`)));
      for (const type of ["input", "click"]) this.addEventListener(type, this);
      addEventListener("hashchange", this);
      this.restore();
      this.one("[data-part=controls]").hidden = false;
    }

    disconnectedCallback() {
      for (const type of ["input", "click"]) this.removeEventListener(type, this);
      removeEventListener("hashchange", this);
    }

    /** @param {Event} event */
    handleEvent({ type, target }) {
      if (type === "hashchange") this.follow();
      else if (type === "input") this.change();
      else if (target instanceof Element && target.closest("[data-part=clear]")) this.clear();
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
      for (const field of this.fields) {
        field.value = pairs.find(({ key }) => key === field.name)?.value || "";
        if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = "";
      }
      this.narrow();
    }

    save() {
      const chosen = this.fields.filter((field) => field.value.trim());
      const own = chosen.map((field) => toPair(`${field.name}=${encodeURIComponent(field.value.trim())}`));
      writeAddress([...readAddress().filter(({ key }) => !NAMES.includes(key)), ...own]);
    }

    narrow() {
      const [kind, type, words = ""] = this.fields.map((field) => field.value);
      const wanted = fold(words).split(/\s+/);
      let shown = 0;
      for (const { element, text } of this.items) {
        const fits = (!kind || element.dataset.kind === kind) && (!type || element.dataset.type === type)
          && wanted.every((word) => text.includes(word));
        element.hidden = !fits;
        shown += Number(fits);
      }
      for (const group of this.all("[data-part=group]")) {
        group.hidden = !group.querySelector("[data-kind]:not([hidden])");
      }
      this.one("[data-part=clear]").hidden = shown === this.items.length;
      this.say({ shown, total: this.items.length });
    }

    /** @param {Record<string, number>} numbers */
    say(numbers) {
      const status = this.one("[data-part=status]");
      const { text = "", none = "" } = status.dataset;
      status.textContent = (numbers.shown ? text : none).replace(/{(\w+)}/g, (_, name) => `${numbers[name]}`);
    }

    /** @param {string} selector */
    all(selector) {
      return /** @type {HTMLElement[]} */ ([...this.querySelectorAll(selector)]);
    }

    /** @param {string} selector */
    one(selector) {
      const found = this.all(selector)[0];
      if (!found) throw new Error(`right-ask-bank: no ${selector}`);
      return found;
    }
  }

  if (!customElements.get("right-ask-bank")) customElements.define("right-ask-bank", RightAskBank);
}
