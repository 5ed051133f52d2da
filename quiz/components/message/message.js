// A message to adapt in place and copy (parts.md.j2). What is typed stays on the page and is gone with it, which the style says beside it.
"use strict";
{
  class RightAskMessage extends HTMLElement {
    connectedCallback() {
      this.text = /** @type {HTMLElement} */ (this.querySelector("blockquote"));
      this.addEventListener("click", this);
      // Where a device hands texts on by itself, that is one button in place of two.
      const shares = !!navigator.share;
      part(this, "share").hidden = !shares;
      part(this, "mail").hidden = part(this, "sms").hidden = shares;
      part(this, "actions").removeAttribute("data-off");
    }

    /** @param {Event} event */
    handleEvent({ target }) {
      const name = /** @type {Element} */ (target).closest("button")?.dataset.part;
      if (name === "change") this.change();
      else if (name === "copy") this.copy();
      // Nobody has to share it in the end; a page in a frame, or in an app, may not.
      else if (name === "share") navigator.share?.({ text: this.words }).catch((error) => {
        if (error.name !== "AbortError") this.copy();
      });
      else if (name === "sms") location.href = `sms:?&body=${encodeURIComponent(this.words)}`;
      // In a mail, a line ends with both (RFC 6068, 5); some programs take one alone for a space.
      else if (name) location.href = `mailto:?body=${encodeURIComponent(this.words.replace(/\n/g, "\r$&"))}`;
    }

    /** The message as it stands now. */
    get words() {
      return this.field ? this.field.value : this.text?.innerText.trim() || "";
    }

    change() {
      const field = document.createElement("textarea");
      field.value = this.words;
      field.setAttribute("aria-label", this.closest("figure")?.querySelector("figcaption")?.textContent || "");
      // A phone has some 36 letters a line: with room for ends of paragraphs, and to go on.
      field.rows = field.value.length / 24;
      this.text?.replaceWith(field);
      this.field = field;
      part(this, "change").hidden = true;
      field.focus();
    }

    async copy() {
      const status = part(this, "status");
      // The same words a second time are spoken only if they went away between.
      status.textContent = "";
      const done = await copied(this.words);
      if (!done) this.field ? this.field.select() : getSelection()?.selectAllChildren(/** @type {HTMLElement} */ (this.text));
      status.textContent = (done ? status.dataset.done : status.dataset.failed) || "";
    }
  }

  if (!customElements.get("right-ask-message")) customElements.define("right-ask-message", RightAskMessage);
}
