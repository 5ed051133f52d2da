// Going somewhere on the page.

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
