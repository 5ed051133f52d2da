/** Whether the text is on the clipboard now: outside https, and in a frame that may not, there is none. @param {string} text */
const copied = (text) => (navigator.clipboard?.writeText?.(text) || Promise.reject()).then(() => true, () => false);
