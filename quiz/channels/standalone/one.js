// One item at a time: in a frame, or where the address says #view=one (page.html.j2). It stands in the script of the component
// that it shows, which knows nothing of it.

/** @param {HTMLElement} root */
const oneAtATime = (root) => {
  const [controls, place] = [part(root, "one"), part(root, "one-place")];
  const [previous, next] = /** @type {HTMLButtonElement[]} */ (all(controls, "button"));
  /** @type {HTMLElement | undefined} */
  let now;

  // Another round leaves some out, and the end comes last.
  const steps = () => all(root, ".ra-item, .ra-end").filter((step) => !step.hidden);

  /** @param {HTMLElement} [wanted] where it is no step, the first one with something to do is shown */
  const show = (wanted) => {
    const list = steps();
    now?.removeAttribute("data-now");
    now = list.find((one) => one === wanted) || list.find((one) => one.querySelector("input:enabled")) || list[list.length - 1];
    if (!now || !previous || !next) return;
    now.setAttribute("data-now", "");
    const index = list.indexOf(now);
    fill(place, { number: index + 1, total: list.filter((one) => one.matches(".ra-item")).length });
    if (now.matches(".ra-end")) place.textContent = place.dataset.end || "";
    previous.disabled = !index;
    next.disabled = index === list.length - 1;
  };

  /** @param {number} by */
  const step = (by) => {
    const list = steps();
    const heading = now && list[list.indexOf(now) + by]?.querySelector("h2, button");
    if (heading) goTo(/** @type {HTMLElement} */ (heading));
  };

  const begin = () => {
    const asked = readAddress().find(({ key }) => key === "view")?.value;
    const one = asked ? asked === "one" : parent !== window;
    root.toggleAttribute("data-one", one);
    controls.hidden = !one;
    show(now);
  };

  previous?.addEventListener("click", () => step(-1));
  next?.addEventListener("click", () => step(1));
  root.addEventListener("right-ask:goto", ({ target }) => show(steps().find((one) => one.contains(/** @type {Node} */ (target)))));
  addEventListener("hashchange", begin);
  begin();
};

oneAtATime(part(document.body, "page"));
