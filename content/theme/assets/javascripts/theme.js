/* Makes the buttons work that stand where Material has labels. Material's two hidden checkboxes stay the state. */
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const drawer = one("#__drawer"), search = one("#__search"), box = one("#ra-search");
  const menu = one(".ra-tool--menu"), opener = one(".ra-tool--search"), query = box && one("input", box);
  const set = (toggle, on) => { if (toggle.checked !== on) toggle.click(); };
  const inert = (on, selector) => { for (const el of document.querySelectorAll(selector)) el.inert = on; };
  const small = () => opener && opener.offsetParent !== null;

  drawer.addEventListener("change", () => {
    const open = drawer.checked;
    menu.setAttribute("aria-expanded", open);
    inert(open, ".md-skip, .md-header, .md-content, .ra-side--toc, .md-footer");
    (open ? one(".ra-nav__close") : menu).focus();
  });
  matchMedia("(min-width: 76.25em)").addEventListener("change", () => set(drawer, false));

  const leaveSearch = () => {
    query.focus(); // before closing: Material opens the search whenever its field gains focus
    set(search, false);
    if (small()) opener.focus();
  };
  if (box) {
    search.addEventListener("change", () => {
      opener.setAttribute("aria-expanded", search.checked);
      inert(search.checked && small(), ".md-skip, .md-container, .md-header__inner > :not(.md-search)");
    });
    query.addEventListener("input", () => set(search, true));
    box.addEventListener("focusout", ({ relatedTarget: to }) => { if (to && !box.contains(to)) set(search, false); });
    // Results are links for everyone, so they take part in Tab.
    new MutationObserver(() => {
      for (const el of box.querySelectorAll("ol [tabindex]")) el.removeAttribute("tabindex");
    }).observe(one("ol", box), { childList: true, subtree: true });
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    if (button === menu) set(drawer, true);
    else if (button.matches(".ra-nav__close")) set(drawer, false);
    else if (button === opener) { set(search, true); query.focus(); }
    else if (button.matches(".ra-search__close")) leaveSearch();
    else if (button.closest(".ra-palette")) {
      const radios = [...button.form.elements.__palette];
      radios[(radios.indexOf(button.previousElementSibling) + 1) % radios.length].click();
      one("button:not([hidden])", button.form).focus();
    }
  });

  // Material hears keys on window. Stopped here: its one-letter shortcuts (WCAG 2.1.4), Tab and Escape closing the search.
  document.addEventListener("keydown", (event) => {
    const { key } = event;
    if (search.checked ? key === "Tab" || key === "Escape" : key.length === 1) event.stopPropagation();
    if (key !== "Escape") return;
    if (search.checked) leaveSearch();
    else set(drawer, false);
  });

  // A table wider than the page scrolls: let keys reach it.
  addEventListener("load", () => {
    for (const el of document.querySelectorAll(".md-typeset__scrollwrap")) if (el.scrollWidth > el.clientWidth) el.tabIndex = 0;
  });
})();
