// Gathers people by how they know somebody, and says what they can help with (people-map.html.j2). Names stay in memory: none
// goes into the address, and none is kept unless somebody asks for it. Every word comes from that HTML.
"use strict";
{
  const STORE = "right-ask:people";
  const HEARD = ["storage", "pageshow", "beforeunload", "click"];

  class RightAskPeople extends HTMLElement {
    constructor() {
      super();
      /** The list of people of each kind. @type {Map<string | undefined, HTMLElement>} */
      this.lists = new Map();
      /** Name and kind of each line. @type {Map<string | undefined, string[]>} */
      this.ties = new Map();
      this.saving = false;
      /** Whether the last tap was on a link. */
      this.follows = false;
      /** What is saved, as far as this page knows. @type {string | null} */
      this.kept = null;
      // The script is deferred, so its HTML is there; looking for these at each line would take longer with each line.
      this.field = /** @type {HTMLInputElement} */ (part(this, "name"));
      this.model = /** @type {HTMLTemplateElement} */ (part(this, "person"));
    }

    connectedCallback() {
      for (const list of all(this, "[data-title]")) this.lists.set(list.dataset.kind, list);
      this.addEventListener("submit", this);
      for (const type of HEARD) addEventListener(type, this);
      this.restore();
      this.show();
      // Nothing went wrong so far: the worksheet may go.
      for (const element of all(this, "[data-part=paper]")) element.hidden = true;
      part(this, "with-script").hidden = false;
    }

    disconnectedCallback() {
      for (const type of HEARD) removeEventListener(type, this);
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event.type === "storage") return this.stopSaving(/** @type {StorageEvent} */ (event).key);
      if (event.type === "pageshow") return this.look();
      if (event.type === "beforeunload") return this.warn(event);
      if (event.type === "submit") return this.submit(event);
      const target = /** @type {Element} */ (event.target);
      this.follows = !!target.closest("[href]");
      if (!this.contains(target)) return;
      const button = target.closest("button");
      const name = button?.dataset.part;
      if (button && name === "remove") this.drop(button);
      else if (name === "print") print();
      else if (name === "offer") this.accept();
      else if (name) this.setSaving(name === "save");
    }

    /** Nobody loses a list without a word. Back brings it back to whoever follows a link, which Safari gives no focus. @param {Event} event */
    warn(event) {
      if (!this.follows && !part(this, "offered").hidden) event.preventDefault();
    }

    /** What is saved may have been changed elsewhere too, while this page was away. */
    look() {
      this.follows = false;
      if (readKept(STORE) !== this.kept) this.stopSaving(STORE);
    }

    /** Takes over what is ours; where anything is not, what stands there is not written over unasked. */
    restore() {
      const text = this.kept = readKept(STORE);
      const stale = parsed(text).filter((one) => !this.tie(this.clean(one?.[0]), one?.[1])).length;
      this.saving = text !== null && !stale;
      part(this, "stale").hidden = !stale;
    }

    /**
     * One line without marks that turn the direction of what follows; “” where there is nothing to see.
     * @param {unknown} text
     */
    clean(text) {
      const line = typeof text === "string" ? text.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, " ").trim() : "";
      return /[^\p{Cf}\s]/u.test(line) ? [...line].slice(0, this.field.maxLength).join("").trim() : "";
    }

    /** @param {string} name @param {string} kind @returns {boolean} whether it is a new line on the map */
    tie(name, kind) {
      const list = this.lists.get(kind);
      // José is not Jose, and Sam 🎸 not Sam 🏀; R.M. is rm.
      const key = list && `${kind} ${name.normalize("NFKC").toLowerCase().replace(/\./g, "")}`;
      if (!name || !key || this.ties.has(key)) return false;
      this.ties.set(key, [name, kind]);
      const line = /** @type {HTMLElement} */ (this.model.content.cloneNode(true).firstChild);
      const button = part(line, "remove");
      part(line, "who").textContent = name;
      fill(part(button, "label"), { name: apart(name), title: list.dataset.title || "" });
      button.dataset.key = key;
      list.append(line);
      showCount(list);
      return true;
    }

    /** @param {Event} event */
    submit(event) {
      event.preventDefault();
      const { field } = this;
      const chosen = /** @type {HTMLInputElement[]} */ (all(this, ":checked"));
      const name = this.clean(field.value);
      const added = chosen.filter(({ value }) => this.tie(name, value)).length;
      this.changed(!name ? "blank" : !chosen[0] ? "unknown" : added ? "added" : "there", name);
      if (added) field.form?.reset();
      (name && !chosen[0] ? all(this, "[type=checkbox]")[0] : field)?.focus();
    }

    /** @param {HTMLElement} button of the line that goes */
    drop(button) {
      const line = /** @type {HTMLElement} */ (button.parentElement);
      const list = /** @type {HTMLElement} */ (line.parentElement);
      const next = line.nextElementSibling || line.previousElementSibling;
      line.remove();
      this.ties.delete(button.dataset.key);
      showCount(list);
      this.changed("removed", part(line, "who").textContent, list.dataset.title);
      (next ? part(next, "remove") : this.field).focus();
    }

    /** @param {string} message @param {string | null} name @param {string} [title] */
    changed(message, name, title = "") {
      if (this.saving && !this.keep(true)) this.stopSaving(STORE, "failed");
      this.show();
      say(part(this, "status"), message, { name: apart(name), title });
    }

    /**
     * Another window changed what is saved, or the browser refuses: nothing is written over unasked from now on.
     * @param {string | null} key of what changed; null where all of it went @param {string} [message]
     */
    stopSaving(key, message = "elsewhere") {
      if (key !== null && key !== STORE) return;
      if (this.saving) say(part(this, "saved"), message);
      this.saving = false;
      this.show();
    }

    /** @param {boolean} saving */
    keep(saving) {
      return keep(STORE, this.kept = saving ? JSON.stringify([...this.ties.values()]) : null);
    }

    /** @param {boolean} saving */
    setSaving(saving) {
      const done = this.keep(saving);
      this.saving = saving && done;
      this.show(done);
      say(part(this, "saved"), !done ? "failed" : saving ? "done" : "cleared");
      part(this, this.saving ? "clear" : "save").focus();
    }

    /** Whoever wants the list kept reads at once that it is. */
    accept() {
      this.setSaving(true);
      say(part(this, "status"), this.saving ? "kept" : "");
    }

    /**
     * Says what the list covers, and offers to keep it when there is something to lose.
     * @param {boolean} [chosen] whether somebody has just chosen that: who has it deleted wants it to go with the page
     */
    show(chosen) {
      for (const ask of all(this, "li[data-ask]")) this.covers(ask);
      const people = this.ties.size ? "some" : "none";
      say(part(this, "covered"), people);
      this.closest("section")?.setAttribute("data-people", people);
      // They stand in the order of how much each kind can help with, which holds among equals.
      const steps = all(this, "[data-step]").sort((a, b) => this.size(a) - this.size(b));
      for (const step of steps) step.hidden = step !== steps[0];
      part(this, "offered").hidden = chosen || this.saving || !this.people()[1];
      part(this, "save").hidden = this.saving;
      part(this, "clear").hidden = readKept(STORE) === null;
    }

    /** Shows who can help with an ask: the people there, each at their best, or else all kinds. @param {HTMLElement} ask */
    covers(ask) {
      const fits = all(ask, "[data-fit]");
      const named = new Set();
      for (const fit of fits) {
        const kinds = all(fit, "[data-kind]").map((help) => help.dataset.kind);
        const names = this.people((name, kind) => kinds.includes(kind) && !named.has(name));
        for (const name of names) named.add(name);
        part(fit, "names").textContent = names.map(apart).join(this.dataset.text);
        fit.toggleAttribute("data-named", !!names.length);
      }
      for (const fit of fits) {
        fit.hidden = !!named.size && !part(fit, "names").textContent;
        for (const kinds of all(fit, "ul")) kinds.hidden = !!named.size;
      }
      say(part(ask, "state"), named.size ? "" : "none");
    }

    /** Each name once for which one of its lines is wanted. @param {(name: string, kind: string) => boolean} [wanted] */
    people(wanted = () => true) {
      const lines = [...this.ties.values()].filter(([name = "", kind = ""]) => wanted(name, kind));
      return [...new Set(lines.map(([name = ""]) => name))];
    }

    /** How many people there are of the kind that an element is about. @param {HTMLElement} element */
    size(element) {
      return this.lists.get(element.dataset.kind)?.childElementCount || 0;
    }
  }

  /** What was kept, as a list of anything at all. @param {string | null} text @returns {any[]} */
  const parsed = (text) => {
    try {
      return [JSON.parse(text || "[]")].flat();
    } catch {
      return [text];
    }
  };

  /** @param {HTMLElement} list of one kind, below its count */
  const showCount = (list) => {
    const count = list.childElementCount;
    list.parentElement?.toggleAttribute("data-some", !!count);
    say(/** @type {HTMLElement} */ (list.parentElement?.querySelector(".ra-people__count")), count ? "some" : "none", { count });
  };

  /** A name within other words, where its direction must not turn theirs. @param {string | null} name */
  const apart = (name) => `\u2068${name}\u2069`;

  /** @param {HTMLElement} element @param {string | undefined} message @param {Record<string, string | number>} [values] */
  const say = (element, message = "", values = {}) => {
    element.textContent = filled(element.dataset[message] || "", values);
  };

  if (!customElements.get("right-ask-people")) customElements.define("right-ask-people", RightAskPeople);
}
