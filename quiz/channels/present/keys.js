// Arrows, Page Up and Down, the space bar and clickers: forward to the answer, and then to the next part; back the same way. Without it,
// links lead through all of it (page.html.j2).
"use strict";
{
  // Where letters run from right to left, what comes next is on the left.
  const [NEXT, LAST] = document.dir === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  const FORWARD = ["PageDown", NEXT, " "];
  const BACK = ["PageUp", LAST];
  /** Who sees a part of the screen much larger needs these keys to see the rest of it. */
  const SCROLLING = ["PageDown", "PageUp", " "];

  const slides = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".ra-slide")]);

  /** @param {number} by */
  const move = (by) => {
    const place = Math.max(0, slides.findIndex((slide) => slide.matches(":target") || slide.querySelector(":target")));
    const answer = slides[place]?.querySelector("details");
    if (answer && answer.open === by < 0) {
      answer.open = by > 0;
      return;
    }
    const next = slides[place + by];
    if (next) location.hash = next.id || next.querySelector("summary")?.id || "";
  };

  /** @param {KeyboardEvent} event */
  const stays = ({ key, target, altKey, ctrlKey, metaKey, shiftKey }) => (
    altKey || ctrlKey || metaKey || shiftKey || key === " " && /** @type {Element} */ (target).matches("a, summary")
  );

  /** @param {string} key @param {number} by whether there is more to see that way */
  const scrolls = (key, by) => {
    const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
    return SCROLLING.includes(key) && (by < 0 ? scrollTop > 1 : scrollTop + clientHeight < scrollHeight - 1);
  };

  addEventListener("keydown", (event) => {
    const by = Number(FORWARD.includes(event.key)) - Number(BACK.includes(event.key));
    if (!by || stays(event) || scrolls(event.key, by)) return;
    event.preventDefault();
    move(by);
  });
  /** @type {HTMLElement} */ (document.querySelector("[data-part=keys]")).hidden = false;
}
