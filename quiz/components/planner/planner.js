// Asks how somebody knows you and what you want, and shows the one answer for both (planner.html.j2). Every word and every answer
// stands in that HTML; each step is an address, so Back, reload and a shared link work by themselves.
"use strict";
{
  /** In place of one ask: all that a person may be asked. */
  const ALL = "all";

  /**
   * In the address: #type=<contact type>,…&ask=<ask>; `ask=all` lists what to ask of such a person, and `not-<tie>` among the types
   * says what is not true of this one.
   */
  class RightAskPlanner extends HTMLElement {
    constructor() {
      super();
      /** How the person is known. @type {string[]} */
      this.types = [];
    }

    connectedCallback() {
      for (const type of ["change", "click"]) this.addEventListener(type, this);
      for (const type of ["hashchange", AGAIN]) addEventListener(type, this);
      // What an answer says of each kind, the best first; narrowing takes some away.
      this.kinds = new Map(all(this, "[data-answer]").map((answer) => [answer, all(answer, "li[data-type]")]));
      this.show();
      // What works without a script gives way to what needs one.
      for (const one of all(this, "[data-off],[data-part=links]")) one.toggleAttribute("data-off");
    }

    disconnectedCallback() {
      for (const type of ["hashchange", AGAIN]) removeEventListener(type, this);
    }

    /** @param {Event} event */
    handleEvent({ type, target }) {
      if (type === "hashchange") this.follow();
      else if (type === AGAIN) this.fill();
      else if (type === "change") this.tick(/** @type {HTMLInputElement} */ (target));
      else if (/** @type {Element} */ (target).closest("[data-part=go]")) this.go();
    }

    /** Another step in the address, so that Back leads to the question again. */
    go() {
      const status = part(this, "status");
      const known = this.types.some(isKind);
      status.textContent = !known && status.dataset.text || "";
      if (known) location.hash = this.address(this.types, ALL);
      else this.ticks[0]?.focus();
    }

    /** A tick changes its own kind and no other. @param {HTMLInputElement} tick */
    tick({ name, value, checked }) {
      if (name !== "type") return;
      const types = this.ticks.map((tick) => tick.value).filter((type) => type === value ? checked : this.types.includes(type));
      const pairs = this.pairs(types);
      writeAddress(pairs);
      this.show(pairs);
    }

    /** What was said stays ticked, whatever became of the fields. */
    fill() {
      for (const tick of this.ticks) {
        tick.checked = this.types.includes(tick.value);
        if (tick.checked) tick.closest("details")?.toggleAttribute("open", true);
      }
    }

    /** Another step is read from its beginning: an answer, what to ask a person, or the heading that a plain anchor names. */
    follow() {
      const step = this.show();
      const there = all(this, "[id][tabindex]").find(({ id }) => id === location.hash.slice(1));
      const next = step ? part(step, "title") : readAddress().length ? this.ticks[0] : there;
      if (next) goTo(next);
    }

    get ticks() {
      return /** @type {HTMLInputElement[]} */ (all(this, "[name=type]"));
    }

    /** The address of a step, with what is not ours left as it is. @param {string[]} types @param {string} [ask] */
    pairs(types, ask) {
      const others = readAddress().filter(({ key }) => !["type", "ask", "check"].includes(key));
      if (types[0]) others.push(toPair(`type=${types}`));
      if (ask) others.push(toPair(`ask=${ask}`));
      return others;
    }

    /**
     * Shows the step that an address names; returns its answer or its list, or nothing where it is a question.
     * @param {Pair[]} [pairs]
     */
    show(pairs = readAddress()) {
      const said = Object.fromEntries(pairs.map(({ key, value }) => [key, idsIn(value)]));
      const ask = `${said.ask}`;
      const types = this.types = this.ticks.map(({ value }) => value).filter((type) => said.type?.includes(type));
      this.fill();
      for (const one of all(this, "[data-answer]")) one.hidden = one.dataset.answer !== ask;
      const answer = all(this, "[data-answer]:not([hidden])")[0];
      const offers = ask === ALL && types.some(isKind) ? part(this, "offers") : undefined;
      const step = answer || offers;
      part(this, "question").hidden = !!step;
      part(this, "answers").hidden = !answer;
      part(this, "offers").hidden = !offers;
      part(this, "same").hidden = !types.length;
      part(this, "ready").hidden = !answer || !this.narrow(answer, types);
      if (offers) this.offer(offers, types);
      for (const link of all(this, "a[data-ask]")) this.point(link, link.dataset.choose ? [link.dataset.choose] : types);
      return step;
    }

    /** @param {HTMLElement} link @param {string[]} types */
    point(link, types) {
      link.setAttribute("target", "_self"); // a standalone page opens its other links elsewhere
      link.setAttribute("href", this.address(types, link.dataset.ask));
    }

    /** @param {string[]} types @param {string} [ask] */
    address(types, ask) {
      return `#${this.pairs(types, ask).map((pair) => pair.text).join("&")}`;
    }

    /** Lists what to ask of a person: what they are good for, what they are not, and the rest. @param {HTMLElement} offers @param {string[]} types */
    offer(offers, types) {
      const kinds = this.ticks.filter(({ value }) => types.includes(value)).map((tick) => tick.closest("label")?.textContent?.trim());
      fill(part(offers, "who"), { kinds: kinds.join(" ") });
      const asks = all(this, "[data-part=question] li[data-ask]").map((ask) => {
        const [best] = this.chosen(all(this, `[data-answer="${ask.dataset.ask}"]`)[0], types);
        return { ask, best };
      });
      for (const list of all(offers, "[data-offer]")) {
        const verdicts = (list.dataset.offer || "").split(" ");
        const own = verdicts.flatMap((verdict) => asks.filter(({ best }) => (best?.dataset.verdict || "") === verdict));
        list.hidden = !own.length;
        list.querySelector("ul")?.replaceChildren(...own.map(({ ask, best }) => labeled(ask, verdicts.length > 1 ? best : undefined)));
      }
    }

    /** The kinds that somebody is, and by which they can still do it, the best verdict first. @param {HTMLElement | undefined} answer @param {string[]} types */
    chosen(answer, types) {
      return (answer && this.kinds?.get(answer) || []).filter((kind) => types.includes(kind.dataset.type || "") && !isLost(kind, types));
    }

    /**
     * Leaves of an answer what is for this person, and who could do it better.
     * @param {HTMLElement} answer @param {string[]} types @returns {boolean} whether to ask them
     */
    narrow(answer, types) {
      const [best, ...more] = this.chosen(answer, types);
      const fits = fitting(best);
      const mine = best ? [best, ...more.filter(fitting)] : [];
      const kinds = this.kinds?.get(answer) || [];
      const others = best
        ? kinds.slice(0, kinds.indexOf(best)).filter((kind) => fitting(kind) && kind.dataset.verdict !== best.dataset.verdict)
        : kinds;
      part(answer, "mine").replaceChildren(...mine);
      part(answer, "kinds").replaceChildren(...others);
      part(answer, "who").hidden = !others.length;
      for (const one of all(answer, "[data-part=messages]")) one.hidden = !fits;
      const names = mine.map((kind) => kind.dataset.type);
      for (const one of all(answer, "[data-message]")) one.hidden = !["", ...names].includes(one.dataset.message);
      for (const one of all(this, "[data-caution]")) one.hidden = !names.includes(one.dataset.caution);
      return fits;
    }
  }

  /** An ask to list, with the verdict of a kind where the list holds more than one. @param {HTMLElement} ask @param {HTMLElement} [kind] */
  const labeled = (ask, kind) => {
    const copy = /** @type {HTMLElement} */ (ask.cloneNode(true));
    if (kind) {
      copy.className = `ra-fit--${kind.dataset.verdict}`;
      copy.querySelector("a")?.append(...all(kind, ".ra-fit__verdict").map((verdict) => verdict.cloneNode(true)));
    }
    return copy;
  };

  /** @param {string} type */
  const isKind = (type) => !type.includes("not-");

  /** Whether a request takes a tie, or one of several, that is not true of this person. @param {HTMLElement} kind @param {string[]} types */
  const isLost = (kind, types) => (kind.dataset.by || "").split(" ").some((ties) => ties.split("+").every((tie) => types.includes(tie)));

  /** @param {HTMLElement | undefined} kind */
  const fitting = (kind) => !!kind && "fits" in kind.dataset;

  if (!customElements.get("right-ask-planner")) customElements.define("right-ask-planner", RightAskPlanner);
}
