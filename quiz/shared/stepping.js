// The steps of a component, one at a time or all on one page: as the address says (#view=all), and as people choose (bar.html.j2).

const VIEW = "view";

class Stepping {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.all = false;
    /** @type {HTMLElement | undefined} */
    this.now = undefined;
    for (const type of ["click", "right-ask:goto"]) root.addEventListener(type, this);
    // Whoever opened something before the script came goes on reading where it stands.
    if (root.querySelector("[open]")) this.choose(true);
  }

  /** @param {CustomEvent} event where to go tells in its detail of the element */
  handleEvent({ type, target, detail }) {
    const name = /** @type {HTMLElement} */ (target).closest("button")?.dataset.part;
    if (type !== "click") this.show(this.steps.find((one) => one.contains(detail)));
    else if (name === "previous") this.step(-1);
    else if (name === "next") this.step(1);
    else if (name === VIEW) this.choose(!this.all);
  }

  /** Another round leaves some out, and the end comes last. */
  get steps() {
    return all(this.root, ".ra-item,.ra-end").filter((step) => !step.hidden);
  }

  /** @param {number} by */
  step(by) {
    const { steps } = this;
    const heading = steps[steps.indexOf(/** @type {HTMLElement} */ (this.now)) + by]?.querySelector("[tabindex], button");
    if (heading) goTo(/** @type {HTMLElement} */ (heading));
  }

  /** @param {boolean} whole */
  choose(whole) {
    this.all = whole;
    const others = readAddress().filter(({ key }) => key !== VIEW);
    writeAddress([toPair(`${VIEW}=${whole ? "all" : "one"}`), ...others]);
    this.show();
  }

  /** @param {HTMLElement} [wanted] where it is no step, the first one with something to do is shown */
  show(wanted = this.now) {
    const { steps, root } = this;
    const pairs = readAddress();
    // A plain anchor says nothing of it, and leads to a step.
    if (pairs.length) this.all = pairs.some(({ key, value }) => key === VIEW && /^all\b/.test(value));
    else wanted = steps.find((one) => one.matches(":target")) || wanted;
    this.now = steps.find((one) => one === wanted) || steps.find((one) => one.querySelector("input:enabled")) || steps[steps.length - 1];
    // Each, since a page that somebody saved has one from then.
    for (const one of steps) one.toggleAttribute("data-now", one === this.now);
    root.dataset[VIEW] = this.all ? "all" : "one";
    this.tell(steps);
  }

  forget() {
    this.now?.toggleAttribute("data-now", false);
    this.now = undefined;
  }

  /** @param {HTMLElement[]} steps */
  tell(steps) {
    const place = part(this.root, "place");
    const view = part(this.root, VIEW);
    const items = steps.filter((one) => one.matches(".ra-item"));
    const index = steps.indexOf(/** @type {HTMLElement} */ (this.now));
    const done = items.filter((one) => !one.querySelector("input:enabled")).length;
    const number = this.all ? done : Math.min(index + 1, items.length);
    const { text, again, all } = place.dataset;
    place.textContent = filled(this.all ? all : this.root.hasAttribute("data-again") ? again : text, { number, total: items.length });
    part(this.root, "filled").style.width = `${100 * number / items.length}%`;
    view.textContent = (this.all ? view.dataset.one : view.dataset.all) || "";
    part(this.root, "previous").toggleAttribute("disabled", !index);
    part(this.root, "next").toggleAttribute("disabled", !steps[index + 1]);
  }
}
