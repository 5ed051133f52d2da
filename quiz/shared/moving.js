// Going somewhere on the page.

/** @param {HTMLElement} element @param {ScrollLogicalPosition} block */
const reveal = (element, block) => {
  element.scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion)").matches ? "auto" : "smooth", block });
};

/** @param {HTMLElement} element */
const goTo = (element) => {
  // Whoever shows only a part of the page brings forward now what the event names in its detail; what is hidden takes no focus.
  element.dispatchEvent(new CustomEvent("right-ask:goto", { detail: element, bubbles: true }));
  // focus() alone would jump, and leave the element at the lower edge.
  element.focus({ preventScroll: true });
  reveal(element, "start");
};
