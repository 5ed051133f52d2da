// Greets somebody who saved their practice on this device, with how far they are. Every word comes from the HTML.
"use strict";
{
  class RightAskWelcome extends HTMLElement {
    connectedCallback() {
      const kept = readKept(this.getAttribute("store") || "");
      const [, begun, sure, points] = /&far=(\d+)\.(\d+)\.(\d+)$/.exec(kept || "") || [];
      if (!begun || !sure || !points) return;
      fill(part(this, "far"), { begun, sure, points });
      this.hidden = false;
    }
  }

  if (!customElements.get("right-ask-welcome")) customElements.define("right-ask-welcome", RightAskWelcome);
}
