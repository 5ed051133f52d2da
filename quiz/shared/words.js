// Words with names and numbers in them.

/** @param {string | undefined} pattern @param {Record<string, number | string>} values */
const filled = (pattern = "", values) => pattern.replace(/{(\w+)}/g, (_, name) => `${values[name]}`);

/** @param {HTMLElement} element @param {Record<string, number | string>} values */
const fill = (element, values) => {
  element.textContent = filled(element.dataset.text, values);
};
