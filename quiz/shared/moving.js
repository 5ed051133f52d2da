// Going somewhere on the page.

/** @param {HTMLElement} element @param {ScrollLogicalPosition} block */
const reveal = (element, block) => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block });
};

/** @param {HTMLElement} element */
const goTo = (element) => {
  // focus() alone would jump, and leave the element at the lower edge.
  element.focus({ preventScroll: true });
  reveal(element, "start");
};
