// Narrows the item bank, which is whole without it (item-bank.md.j2). Every word comes from that HTML.
"use strict";
{
  /** @typedef {ReturnType<typeof toEntry>} Entry */

  /** @param {HTMLElement} element an item, with the text that is looked through */
  const toEntry = (element) => ({
    element,
    text: formsOf(all(element, "[data-words]").map((one) => one.textContent).join(" ")).join(" "),
  });

  class RightAskBank extends Filtering {
    connectedCallback() {
      /** @type {Entry[]} */
      this.items = all(this, "[data-shown]").map(toEntry);
      super.connectedCallback();
    }

    /** @param {Record<string, string>} chosen */
    show({ kind = "", type = "", words = "" }) {
      const wanted = wantedOf(words);
      let shown = 0;
      for (const { element, text } of this.items || []) {
        const fits = (!kind || element.dataset.kind === kind) && (!type || element.dataset.type === type)
          && wanted.every((word) => text.includes(word));
        element.hidden = !fits;
        shown += Number(fits);
      }
      return shown;
    }
  }

  if (!customElements.get("right-ask-bank")) customElements.define("right-ask-bank", RightAskBank);
}
