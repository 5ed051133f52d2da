// Reads the marks of the check before sending, and says what to do next (before-you-send.html.j2). Every word comes from that
// HTML, every number too; tests/components/judged.py says how the sum is made, and both answer to cases.yml.
"use strict";
{
  const KEY = "check";
  const SHOWN = 2;

  /** In the address: #check=<item>.<answer>,… */
  class RightAskCheck extends HTMLElement {
    constructor() {
      super();
      /** What is marked, whatever became of the fields: what the address says, and each mark since. @type {Map<string | undefined, string>} */
      this.marks = new Map();
      /** @type {Stepping | undefined} where one dimension at a time is shown */
      this.stepping = undefined;
    }

    connectedCallback() {
      for (const type of ["change", "click"]) this.addEventListener(type, this);
      for (const type of ["hashchange", AGAIN]) addEventListener(type, this);
      this.begin();
      part(this, "actions").hidden = false;
      if (find(this, "bar")) this.stepping = new Stepping(this);
      this.stepping?.show();
    }

    disconnectedCallback() {
      for (const type of ["hashchange", AGAIN]) removeEventListener(type, this);
    }

    /** What was marked while the script was still on its way stays marked. */
    begin() {
      const early = this.marked;
      this.marks = this.said;
      for (const input of early) if (!this.marks.has(itemOf(input))) this.marks.set(itemOf(input), input.value);
      if (this.marks.size) this.fill();
      if (early.length) this.save();
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event.type === "hashchange") {
        this.restore();
        this.stepping?.show();
      }
      else if (event.type === AGAIN) this.fill();
      else if (event.type === "change") this.mark(/** @type {HTMLInputElement} */ (event.target));
      else this.press(/** @type {Element} */ (event.target).closest("button")?.dataset.part);
    }

    /** @param {string | undefined} name */
    press(name) {
      if (name === "show") {
        // First the old result goes: what it copied must not be counted.
        this.show();
        this.show(this.result);
      }
      if (name === "clear") this.clear();
    }

    clear() {
      this.marks.clear();
      this.fill();
      this.save();
      // The button stands below what was just emptied.
      const [first] = all(this, "input");
      if (first) goTo(first);
    }

    get marked() {
      return /** @type {HTMLInputElement[]} */ (all(this, "input:checked"));
    }

    /** Changes the one line of the address that the mark is about. @param {HTMLInputElement} input */
    mark(input) {
      const { said } = this;
      if (said.size) this.marks = said;
      this.marks.set(itemOf(input), input.value);
      this.fill();
      this.save();
    }

    save() {
      this.show();
      const items = all(this, "[data-item]").map((element) => element.dataset.item);
      const marks = items.filter((item) => this.marks.has(item)).map((item) => `${item}.${this.marks.get(item)}`).join(",");
      const pairs = readAddress().filter((pair) => pair.key !== KEY);
      writeAddress(marks ? [...pairs, toPair(`${KEY}=${marks}`)] : pairs);
    }

    /** The marks that the address holds. */
    get said() {
      const marks = idsIn(readAddress().find((pair) => pair.key === KEY)?.value);
      return new Map(marks.map((mark) => /** @type {[string, string]} */ (mark.split("."))));
    }

    /** Takes over what the address says, also that nothing is marked; a plain anchor changes nothing. */
    restore() {
      if (!readAddress().length) return;
      this.marks = this.said;
      this.fill();
      this.show();
    }

    fill() {
      for (const input of /** @type {HTMLInputElement[]} */ (all(this, "input"))) input.checked = this.marks.get(itemOf(input)) === input.value;
    }

    /** The share of each dimension that has an answer with points. */
    get shares() {
      /** @type {Map<string, number>} */
      const shares = new Map();
      for (const element of all(this, "[data-dimension]")) {
        const points = all(element, ":checked[data-points]").map((input) => Number(input.dataset.points));
        const sum = points.reduce((one, other) => one + other, 0);
        if (points.length) shares.set(element.dataset.dimension || "", sum / (this.number("most") * points.length));
      }
      return shares;
    }

    /** @param {string} name */
    number(name) {
      return Number(this.dataset[name]);
    }

    /** A copy of what to say, filled in. */
    get result() {
      const { shares } = this;
      const stopped = all(this, "[data-stops] :checked").some((input) => Number(input.dataset.points) === 0);
      if (stopped) return copy(part(this, "stopped"));
      return shares.size < this.number("enough") ? copy(part(this, "few")) : this.judged(shares);
    }

    /** @param {Map<string, number>} shares */
    judged(shares) {
      const said = copy(part(this, "judged"));
      const band = this.band(shares);
      said.dataset.said = band?.dataset.band;
      for (const name of ["band", "feedback"]) part(said, name).textContent = part(band, name).textContent;
      const steps = this.lowest(shares).map(copy);
      part(said, "steps").replaceChildren(...steps);
      part(said, "next").hidden = !steps[0];
      const states = part(said, "states");
      states.replaceChildren(...all(this, "[data-dimension]").flatMap((element) => this.state(element, shares, states)));
      return said;
    }

    /** The first band whose limits hold. @param {Map<string, number>} shares */
    band(shares) {
      const lowering = all(this, "[data-lowers]").map((element) => shares.get(element.dataset.dimension || "") ?? 1);
      const open = lowering.filter((share) => share < this.number("growing")).length;
      return all(this, "[data-band]").find(({ dataset: { mostOpen, needs = "" } }) => (
        open <= Number(mostOpen ?? Infinity)
        && needs.split(" ").filter(Boolean).every((name) => (shares.get(name) ?? 0) >= this.number("strong"))
      ));
    }

    /** The steps of the smallest shares, equal ones as they stand. @param {Map<string, number>} shares */
    lowest(shares) {
      const share = (/** @type {HTMLElement} */ step) => shares.get(step.dataset.step || "") ?? 1;
      return all(this, "[data-step]").filter((step) => share(step) < 1).sort((a, b) => share(a) - share(b)).slice(0, SHOWN);
    }

    /** @param {HTMLElement} element @param {Map<string, number>} shares @param {HTMLElement} words */
    state(element, shares, words) {
      const share = shares.get(element.dataset.dimension || "");
      if (share === undefined) return [];
      const { strong, growing, open, text = "" } = words.dataset;
      const state = share >= this.number("strong") ? strong : share < this.number("growing") ? open : growing;
      const line = document.createElement("li");
      line.textContent = filled(text, { title: part(element, "title").textContent || "", state: state || "" });
      return [line];
    }

    /** @param {HTMLElement} [said] without one, an older result goes away with the answers it was for */
    show(said) {
      const status = part(this, "status");
      status.replaceChildren(said || "");
      if (said) reveal(status, "nearest");
    }
  }

  /** @param {HTMLElement} input */
  const itemOf = (input) => /** @type {HTMLElement} */ (input.closest("[data-item]")).dataset.item;

  /** @param {HTMLElement} element */
  const copy = (element) => /** @type {HTMLElement} */ (element.cloneNode(true));

  if (!customElements.get("right-ask-check")) customElements.define("right-ask-check", RightAskCheck);
}
