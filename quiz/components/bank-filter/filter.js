// Narrows the item bank, which is whole without it (item-bank.md.j2). Every word comes from that HTML.
"use strict";
{
  /** @typedef {ReturnType<typeof toEntry>} Entry */

  /** An item, with the text that is looked through: all but what marks an answer. @param {HTMLElement} element */
  const toEntry = (element) => {
    const texts = all(element, "h3, p, li").map((one) => one.lastChild?.textContent);
    const { kind } = /** @type {HTMLElement} */ (element.closest("[data-kind]")).dataset;
    return { element, kind, text: formsOf(texts.join(" ")).join(" ") };
  };

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
      for (const { element, kind: own, text } of this.items || []) {
        const fits = (!kind || own === kind) && (!type || element.dataset.type === type)
          && wanted.every((word) => text.includes(word));
        element.hidden = !fits;
        shown += Number(fits);
      }
      return shown;
    }
  }

  if (!customElements.get("right-ask-bank")) customElements.define("right-ask-bank", RightAskBank);
}
