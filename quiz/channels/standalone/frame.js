// What a standalone page says to the page around it, and takes from its address. Alone in its window it only hands answers over.

/** What a host may choose: a color, a scheme, words and a link. */
const dress = () => {
  const { style } = document.documentElement;
  for (const { key, value } of readAddress()) {
    if (key === "accent" && /^[\da-f]{6}$/i.test(value)) style.setProperty("--own", `#${value}`);
    if (key === "scheme" && /^(light|dark)$/.test(value)) style.colorScheme = value;
    if (key === "center") part(document.body, key).textContent = value.slice(0, 80);
    if (key === "book" && /^https:\/\/[^\s<>"]+$/.test(value)) {
      const link = /** @type {HTMLAnchorElement} */ (part(document.body, key));
      link.href = value;
      link.hidden = false;
      // A name in the address could pretend to be anybody; the host of the link cannot.
      fill(link, { host: link.hostname });
    }
  }
};

/** The answers stand in the address, and the guide reads the same grammar. */
const guide = /** @type {HTMLAnchorElement} */ (part(document.body, "guide"));
guide.addEventListener("click", () => {
  const pairs = readAddress().filter(({ key }) => key !== "secret");
  if (pairs.length) guide.hash = pairs.map(({ text }) => text).join("&");
});

// As in the guide (theme.js): WebKit is not to empty fields that somebody has gone on with.
onpagehide = onpageshow = ({ type }) => {
  for (const field of /** @type {HTMLInputElement[]} */ (all(document.body, "input"))) field.autocomplete = /hide/.test(type) ? "on" : "off";
};

if (parent !== window) {
  dress();
  const page = part(document.body, "page");
  document.documentElement.toggleAttribute("data-framed", true);
  // WordPress adds #?secret=… to whatever stands there.
  const [, secret] = /[#?&]secret=(\w+)/.exec(location.hash) || [];
  let sent = 0;
  let listener = "";

  /** @param {object} message @param {string} [to] heights are no secret */
  const post = (message, to = "*") => parent.postMessage(message, to);

  /** What a host shows no scroll bar for scrolls in the page. */
  const cut = () => document.documentElement.toggleAttribute("data-cut", true);

  /** Nothing of a frame that nobody sees, and never less under somebody’s focus: what they look at would move. */
  const tell = () => {
    const height = innerWidth && page.offsetHeight;
    if (!height || height === sent || (height < sent && document.hasFocus())) return;
    sent = height;
    // Each host knows some of these names: our own element and @open-iframe-resizer, Canvas, h5p-resizer.js, WordPress.
    post({
      type: "iframe-resized", width: innerWidth, height, subject: "lti.frameResize",
      context: "h5p", action: "resize", scrollHeight: height, message: "height", value: height, secret,
    });
    // WordPress shows no more of a frame.
    if (secret && height > 1000) cut();
  };

  /** @param {Event} event item ids and scores, and only to who has asked */
  const forward = (event) => {
    const { type, detail: { form, item, right, first, score, answered, total } } = /** @type {CustomEvent} */ (event);
    if (listener) post({ type, form, item, right, first, score, answered, total }, listener);
  };

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || !data) return;
    if (data.type === "right-ask:listen" && origin !== "null") listener = origin;
    // iframe-resizer takes the scroll bar of every frame away, and hears its own words only.
    if (/^.iFrameS/.test(data)) cut();
    // How hosts ask for the height once more.
    if ([data.message, data.action, data.type].some((word) => /^(ready|hello|iframe-child-init)$/.test(word))) {
      sent = 0;
      tell();
    }
  });
  addEventListener("click", (event) => {
    // One with a target of its own leads on within the page.
    const href = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a:not([target])"))?.href;
    if (!href) return;
    // A link does not say that nothing was opened. Here it stays one where what is opened would belong to nobody, and keep its opener.
    if (origin !== "null") {
      event.preventDefault();
      const opened = open(href);
      if (opened) {
        opened.opener = null;
        return;
      }
    }
    // This frame may open nothing. Its host may, and so may who reads the address.
    post({ message: "link", value: href, secret });
    fill(part(page, "lead"), { address: href });
  });
  addEventListener("focusout", () => setTimeout(tell));
  for (const type of ["right-ask:progress", "right-ask:result"]) addEventListener(type, forward);
  new ResizeObserver(tell).observe(page);
  post({ context: "h5p", action: "hello" });
  // WordPress hides a frame until it has told its height, and Chromium may observe no sizes in what is hidden.
  tell();
}
