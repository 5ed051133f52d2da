// What a script needs of its page: its parts by name.

/** @param {Element} root @param {string} selector */
const all = (root, selector) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);

/** @param {Element} root @param {string} name */
const find = (root, name) => /** @type {HTMLElement | null} */ (root.querySelector(`[data-part="${name}"]`));

/** @param {Element | undefined} root @param {string} name */
const part = (root, name) => {
  const found = root && find(root, name);
  if (!found) throw Error(name);
  return found;
};
