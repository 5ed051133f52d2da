// Shows what one person can do, by the ties that are marked as true. Keeps nothing.
"use strict";
{
  class RightAskOwnCase extends HTMLElement {
    connectedCallback() {
      this.addEventListener("change", this);
      this.show();
    }

    handleEvent() {
      this.show();
    }

    show() {
      const ties = new Set([...this.querySelectorAll("input")].filter((input) => input.checked).map((input) => input.value));
      const asks = all(this, "[data-needs]");
      for (const ask of asks) {
        const needs = (ask.dataset.needs || "").split(" ");
        ask.hidden = !(ask.hasAttribute("data-whole") ? needs.every((one) => ties.has(one)) : needs.some((one) => ties.has(one)));
      }
      const status = part(this, "status");
      status.textContent = (asks.every((ask) => ask.hidden) ? status.dataset.none : status.dataset.some) || "";
    }
  }

  if (!customElements.get("right-ask-own-case")) customElements.define("right-ask-own-case", RightAskOwnCase);
}
