// <right-ask form="…"><a href="…">…</a></right-ask>: a quiz in a frame on somebody else’s page. It needs nothing of that page and
// takes nothing from it; until the quiz itself speaks, and where it never does, the link inside is there. The address of this script
// says where the quizzes are. Every word comes from the page.
"use strict";
{
  // Kept as they are now: a page may give these names to something else later.
  const { CustomEvent, URL } = window;
  // What speeds up a page may run this script from elsewhere; its tag still says where it came from.
  const named = [...document.scripts].find((one) => /\/embed-[\d.]+\.js$/.test(one.src));
  const src = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src || named?.src || "";
  const CHOICES = ["view", "accent", "scheme", "center", "book"];
  const TOLD = ["right-ask:progress", "right-ask:result"];
  const LEAST = 120;
  const MOST = 8000;

  class RightAsk extends HTMLElement {
    // Frameworks may put an element into their page first, and say of it later what it is.
    static get observedAttributes() {
      return ["form", ...CHOICES];
    }

    /** @param {string} _name @param {string | null} was @param {string | null} is */
    attributeChangedCallback(_name, was, is) {
      if (this.begun && was !== is) this.show();
    }

    connectedCallback() {
      // A script in the head runs before there is anything inside.
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", this);
      else this.begin();
    }

    begin() {
      if (!this.isConnected) return;
      addEventListener("message", this);
      this.begun = true;
      this.show();
    }

    show() {
      const form = this.getAttribute("form") || "";
      // Without an address there is nothing to show, and the link stays.
      if (!/^[a-z\d-]+$/.test(form) || !/^(https?|file):/.test(src)) return;
      this.page = new URL(`${form}.html`, src);
      this.frame = document.createElement("iframe");
      this.frame.src = this.page.href + this.chosen;
      this.frame.title = this.title || (this.textContent || "").trim() || form;
      this.frame.loading = "lazy";
      this.frame.referrerPolicy = "strict-origin-when-cross-origin";
      // Sound only because it is another origin than the page’s; our own pages show their own quizzes.
      this.frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox");
      // Styles set by script need no permission of the page’s policy. The element has none, so that a page can hide it.
      // As wide as what is around it; where that is as wide as what is in it (a flex box, a float), it has a width of its own to begin with.
      this.frame.style.cssText = "display:block;width:720px;min-width:100%;max-width:100%;height:640px;border:0";
      this.frame.addEventListener("load", this);
      // Last: what is inside the element is hidden from now on, but for its slot.
      const root = this.shadowRoot || this.attachShadow({ mode: "open" });
      root.replaceChildren(this.frame, document.createElement("slot"));
    }

    disconnectedCallback() {
      this.begun = false;
      removeEventListener("message", this);
    }

    /** What was chosen for the quiz, as its address takes it. */
    get chosen() {
      const pairs = CHOICES.flatMap((name) => {
        const value = this.getAttribute(name);
        return value ? [`${name}=${encodeURIComponent(value.replace(/^#/, ""))}`] : [];
      });
      return pairs.length ? `#${pairs.join("&")}` : "";
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event.type === "message") this.hear(/** @type {MessageEvent} */ (event));
      else if (event.type === "DOMContentLoaded") this.begin();
      else if (this.hasAttribute("results") && this.page) this.frame?.contentWindow?.postMessage({ type: "right-ask:listen" }, this.page.origin);
    }

    /** @param {MessageEvent} event only of our own frame, and only while it shows our page */
    hear({ source, origin, data }) {
      if (!this.frame || source !== this.frame.contentWindow || !data) return;
      // Page builders put what is pasted into a frame that has no origin, and then neither has ours: a height is all that counts from there.
      if (origin !== this.page?.origin && (origin !== "null" || data.type !== "iframe-resized")) return;
      if (data.type === "iframe-resized" && data.height > 0) {
        this.frame.style.setProperty("height", `${Math.min(MOST, Math.max(LEAST, data.height))}px`);
        this.shadowRoot?.querySelector("slot")?.remove();
      } else if (TOLD.includes(data.type) && this.hasAttribute("results")) {
        const { type, ...detail } = data;
        this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
      }
    }
  }

  if (!customElements.get("right-ask")) customElements.define("right-ask", RightAsk);
}
