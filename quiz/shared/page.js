// What a script needs of its page: its parts by name, words with numbers in them, and going somewhere.

/** @param {Element} root @param {string} selector */
const all = (root, selector) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);

/** @param {Element} root @param {string} name */
const find = (root, name) => all(root, `[data-part="${name}"]`)[0];

/** @param {Element | undefined} root @param {string} name */
const part = (root, name) => {
  const found = root && find(root, name);
  if (!found) throw new Error(`The Right Ask: no data-part="${name}"`);
  return found;
};

/** @param {string} pattern @param {Record<string, number | string>} values */
const filled = (pattern, values) => pattern.replace(/{(\w+)}/g, (_, name) => `${values[name]}`);

/** @param {HTMLElement} element @param {Record<string, number | string>} values */
const fill = (element, values) => {
  element.textContent = filled(element.dataset.text || "", values);
};

/** @param {HTMLElement} element @param {ScrollLogicalPosition} block */
const reveal = (element, block) => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block });
};

/** @param {HTMLElement} element */
const goTo = (element) => {
  // Whoever shows only a part of the page brings this one forward now; what is hidden takes no focus.
  element.dispatchEvent(new CustomEvent("right-ask:goto", { bubbles: true }));
  // focus() alone would jump, and leave the element at the lower edge.
  element.focus({ preventScroll: true });
  reveal(element, "start");
};
