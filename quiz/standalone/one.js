// One item at a time: in a frame, or where the address says #view=one (page.html.j2). It stands in the script of the component
// that it shows, which knows nothing of it.

class RightAskOne extends HTMLElement {
  connectedCallback() {
    for (const type of ["click", "right-ask:goto"]) this.addEventListener(type, this);
    addEventListener("hashchange", this);
    this.begin();
  }

  /** @param {Event} event */
  handleEvent({ type, target }) {
    const element = /** @type {HTMLElement} */ (target);
    if (type === "hashchange") this.begin();
    else if (type === "click") this.press(element.dataset.part);
    else this.show(this.steps.find((step) => step.contains(element)));
  }

  begin() {
    const asked = readAddress().find(({ key }) => key === "view")?.value;
    const one = (asked || (parent === window ? "all" : "one")) === "one";
    this.toggleAttribute("data-one", one);
    part(this, "one").hidden = !one;
    this.show(this.now);
  }

  /** Another round leaves some out, and the end comes last. */
  get steps() {
    return all(this, ".ra-item, .ra-end").filter((step) => !step.hidden);
  }

  get now() {
    return all(this, "[data-now]")[0];
  }

  /** @param {string | undefined} name */
  press(name) {
    const by = name === "one-next" ? 1 : name === "one-previous" ? -1 : 0;
    const { steps, now } = this;
    const next = by && now && steps[steps.indexOf(now) + by];
    const heading = next && next.querySelector("h2, button");
    if (heading instanceof HTMLElement) goTo(heading);
  }

  /** @param {HTMLElement | undefined} wanted where it is no step, the first one with something to do is shown */
  show(wanted) {
    const { steps } = this;
    const last = steps.length - 1;
    const step = steps.find((one) => one === wanted) || steps.find((one) => one.querySelector("input:enabled")) || steps[last];
    for (const one of all(this, "[data-now]")) one.removeAttribute("data-now");
    step?.setAttribute("data-now", "");
    const items = steps.filter((one) => !one.matches(".ra-end"));
    const index = steps.findIndex((one) => one === step);
    const place = part(this, "one-place");
    fill(place, { number: index + 1, total: items.length });
    if (step?.matches(".ra-end")) place.textContent = place.dataset.end || "";
    /** @type {HTMLButtonElement} */ (part(this, "one-previous")).disabled = !index;
    /** @type {HTMLButtonElement} */ (part(this, "one-next")).disabled = index === last;
  }
}

if (!customElements.get("right-ask-one")) customElements.define("right-ask-one", RightAskOne);
