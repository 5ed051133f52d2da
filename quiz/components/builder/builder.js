// Fills in what to paste for the quiz that is chosen, and shows it (builder.html.j2). It asks nothing of another site.
"use strict";
{
  /** @typedef {HTMLInputElement | HTMLSelectElement} Field */

  /** What shows what is chosen besides the quiz. */
  const CHOOSING = ["frame", "element"];

  class RightAskBuilder extends HTMLElement {
    connectedCallback() {
      for (const type of ["input", "click"]) this.addEventListener(type, this);
      for (const type of ["message", AGAIN]) addEventListener(type, this);
      this.update();
      for (const late of all(this, "[data-part=controls], [data-part=how], [data-part=copy]")) late.removeAttribute("data-off");
    }

    disconnectedCallback() {
      for (const type of ["input", "click"]) this.removeEventListener(type, this);
      for (const type of ["message", AGAIN]) removeEventListener(type, this);
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event instanceof MessageEvent) this.fit(event);
      else if (event.type === "click") this.press(/** @type {Element} */ (event.target).closest("button"));
      else this.update();
      // What was copied is another text now; what a page shows again is not.
      if (event.type === "input") for (const status of all(this, ".ra-actions [role=status]")) status.textContent = "";
    }

    /** @param {HTMLElement | null} button */
    press(button) {
      if (button?.dataset.part === "copy") this.copy(button);
    }

    /** The option of the quiz that is chosen. */
    get quiz() {
      return /** @type {HTMLOptionElement} */ (all(this, "[name=form] option:checked")[0]);
    }

    /** The place that is chosen. */
    get where() {
      return /** @type {HTMLInputElement} */ (all(this, "[name=where]:checked")[0]);
    }

    /** What is chosen besides; what the quiz would not take is left out, and so is the color that it has by itself. */
    get choices() {
      const fields = /** @type {Field[]} */ (all(this, "details [name]"));
      const chosen = fields.filter((field) => field.value.trim() && field.validity.valid && field.value !== field.getAttribute("value"));
      return chosen.map(({ name, value }) => ({ name, value: name === "accent" ? value.replace("#", "") : value.trim() }));
    }

    /** Puts the way for the place that is chosen before the others, which are folded: where something is chosen, one that shows it. */
    order() {
      const { dataset } = this.where;
      const plain = !CHOOSING.includes(dataset.way || "") && !!this.choices.length;
      const way = plain ? "frame" : dataset.way;
      const others = part(this, "others");
      for (const card of all(this, "[data-way].ra-item")) {
        const place = card.dataset.way === way ? part(this, "ways") : others;
        if (card.parentElement !== place) place.append(card);
      }
      others.hidden = false;
      const how = part(this, "how");
      const text = (plain ? dataset.choosing : dataset.how) || "";
      if (how.textContent !== text) how.textContent = text;
    }

    /** Where the guide is: where it is said to be published, or where this page came from. */
    get site() {
      const { known, site = "" } = this.dataset;
      return known || location.protocol === "file:" ? site : new URL(".", location.href).href;
    }

    update() {
      this.order();
      const { quiz, choices, site } = this;
      const { script, integrity = "" } = this.dataset;
      const address = choices.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("&");
      const frame = `embed/${quiz.value}.html${address && `#${address}`}`;
      const values = {
        form: quiz.value,
        title: quiz.text,
        title_html: escaped(quiz.text),
        page: escaped(site + quiz.dataset.page),
        frame: escaped(site + frame),
        frame_only: `${site}embed/${quiz.value}.html`,
        attributes: choices.map(({ name, value }) => ` ${name}="${escaped(value)}"`).join(""),
        script: `${site}${script}`,
        integrity,
        site,
      };
      for (const area of /** @type {HTMLTextAreaElement[]} */ (all(this, "textarea"))) area.value = filled(area.dataset.text || "", values);
      find(this, "unknown")?.toggleAttribute("data-off", site !== this.dataset.site);
      const plain = "plain" in quiz.dataset;
      part(this, "plain").hidden = !plain;
      part(this, "no-plain").hidden = plain;
      /** @type {HTMLAnchorElement} */ (part(this, "plain-link")).href = `embed/${quiz.value}.txt`;
      this.preview(frame);
    }

    /** @param {string} frame */
    preview(frame) {
      const old = /** @type {HTMLIFrameElement} */ (part(this, "preview"));
      if (old.getAttribute("src") === frame) return;
      // Another one in its place: a new address after # alone would load nothing, and each would be a step back in the history.
      const shown = /** @type {HTMLIFrameElement} */ (old.cloneNode());
      shown.src = frame;
      old.replaceWith(shown);
    }

    /** @param {MessageEvent} event */
    fit({ source, data }) {
      const shown = /** @type {HTMLIFrameElement} */ (part(this, "preview"));
      if (source === shown.contentWindow && data?.type === "iframe-resized") shown.style.height = `${data.height}px`;
    }

    /** @param {HTMLElement} button */
    async copy(button) {
      const item = button.closest(".ra-item");
      const area = item?.querySelector("textarea");
      const status = item?.querySelector("[role=status]");
      if (!area || !status) return;
      const done = await copied(area.value);
      if (!done) area.select();
      status.textContent = (done ? this.dataset.done : this.dataset.failed) || "";
    }
  }

  /** Text as it stands in an attribute or between tags. @param {string} text */
  const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

  if (!customElements.get("right-ask-builder")) customElements.define("right-ask-builder", RightAskBuilder);
}
