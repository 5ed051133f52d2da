/* Real buttons in place of Material's labels. Material's two hidden checkboxes stay the state.
   Its own script, a third of what a first visit would load, comes when somebody goes to the search. */
(() => {
  // The search shows what it found as markup: these tags and no others. Whatever else looks like one is text.
  const other = /<(?!\/?(?:h[1-6]|p|code|pre|[ou]l|li|su[bp]|mark|div|del)>|div class="md-search-result__icon md-icon">)/g;
  const site = new URL("../../", document.currentScript.src).href;
  window.rightAskTrust = (scope) => scope.trustedTypes?.createPolicy("default", {
    createHTML: (markup) => markup.replace(other, "&lt;"),
    createScriptURL: (address) => (new URL(address, location).href.startsWith(site) ? address : null),
  });
  window.rightAskTrust(window);

  const all = (selector) => document.querySelectorAll(selector);
  const one = (selector) => document.querySelector(selector);
  const drawer = one("#__drawer"), search = one("#__search"), menu = one(".ra-tool--menu");
  const box = one("#ra-search"), opener = one(".ra-tool--search"), query = one(".md-search__input");
  const set = (toggle, on) => {
    if (!on) search.removeEventListener("click", stayOpen);
    if (toggle.checked !== on) toggle.click();
  };
  // The styles of the search, for which no page waits: a phone asks for them once it has painted the page. While somebody
  // writes the guide, they stand with all others.
  const later = one("#ra-later");
  const dress = () => {
    if (later?.rel !== "preload") return;
    later.rel = "stylesheet";
    later.removeAttribute("media");
  };
  if (matchMedia("(min-width: 60em)").matches) dress();
  else new PerformanceObserver(dress).observe({ type: "paint", buffered: true });
  // Until then its field takes no focus.
  later?.addEventListener("load", () => { if (search.checked && !box.contains(document.activeElement)) query.focus(); });

  // Browsers that do not know “inert” hide what is behind.
  const inert = (on, selector) => {
    for (const el of all(selector)) if ("inert" in el) el.inert = on; else el.style.visibility = on ? "hidden" : "";
  };
  const small = () => opener.offsetParent;

  // What lies over the whole page is a step of its own: Back takes it away, as every other way to close it does.
  const kept = () => history.state || {};
  const keep = (state, how = "replaceState") => history[how]({ ...kept(), ...state }, "");
  const step = (toggle) => {
    const here = kept().open === toggle.id;
    if (toggle.checked && !here) keep({ open: toggle.id }, "pushState");
    if (!toggle.checked && here) history.back();
  };
  addEventListener("popstate", () => {
    const { open } = kept();
    set(drawer, open === drawer.id);
    if (open === search.id || !search.checked) return set(search, open === search.id);
    // Its script, where it is still on its way, would open the search again for a field that has focus.
    query.blur();
    leave();
  });

  const showDrawer = () => {
    menu.setAttribute("aria-expanded", drawer.checked);
    inert(drawer.checked, ".md-skip, .md-header, .md-content, .ra-side--toc, .md-footer");
  };
  drawer.addEventListener("change", () => {
    step(drawer);
    showDrawer();
    (drawer.checked ? one(".ra-nav__close") : menu).focus();
  });
  matchMedia("(min-width: 76.25em)").addEventListener("change", () => set(drawer, false));

  // Once it has started on an address with “#”, Material's script closes the search, which somebody has just opened here.
  const stayOpen = (event) => { if (!search.checked) event.preventDefault(); };
  let visits = 0;
  const begin = () => {
    visits += 1;
    if (visits > 1) return;
    // Of its script we want the search alone, whenever it comes: it would wrap tables again, and open groups for printing.
    one("[data-md-component=content]")?.removeAttribute("data-md-component");
    load(one("#ra-search-worker"), () => load(one("#ra-search-script"), () => {
      box.removeAttribute("data-failed");
      search.addEventListener("click", stayOpen);
      setTimeout(() => search.removeEventListener("click", stayOpen), 300);
    }));
  };
  // A script that its tag only names, with what that tag tells it; once, though what comes after it may have failed.
  const load = (tag, then) => {
    const { dataset } = tag;
    if (tag.hasAttribute("data-there")) return then();
    const script = document.createElement("script");
    Object.assign(script.dataset, dataset);
    script.src = dataset.src;
    script.addEventListener("load", () => {
      tag.setAttribute("data-there", "");
      then();
    });
    script.addEventListener("error", fetchAgain);
    document.head.append(script);
  };
  // With the next visit; or now, for one that came while the fetch was under way.
  const fetchAgain = () => {
    box.setAttribute("data-failed", "");
    const visited = visits > 1;
    visits = 0;
    if (visited) begin();
  };
  box.addEventListener("focusin", begin);
  query.form.addEventListener("submit", (event) => event.preventDefault());

  // Material opens the search a moment after its field gains focus, so closing waits.
  const leave = () => {
    const back = small() ? opener : query;
    if (back === query) query.focus();
    setTimeout(() => { set(search, false); back.focus(); }, 20);
  };
  const showSearch = () => {
    if (search.checked) dress();
    opener.setAttribute("aria-expanded", search.checked);
    inert(search.checked && small(), ".md-skip, .md-container, .md-header__inner > :not(.md-search)");
  };
  // Whoever follows a result may come back to what else was found. Material, which hears of it sooner than the page, closes the search.
  let leaving = false;
  one("#ra-search ol").addEventListener("click", ({ target }) => {
    if (!target.closest("a")) return;
    leaving = true;
    keep({ query: query.value, open: undefined });
  }, true);
  search.addEventListener("change", () => {
    if (small()) step(search); else if (!search.checked && !leaving) keep({ query: undefined });
    showSearch();
  });
  const searchAgain = () => {
    query.value = kept().query;
    if (small()) keep({ open: search.id });
    set(search, true);
    query.focus();
  };

  // Whoever comes back finds the page, with nothing open over it. WebKit empties fields without completion when a page comes back, on a slow
  // phone a second after somebody has gone on with them, and tells nobody: while the page is away, they are fields as others are.
  const shut = () => { drawer.checked = search.checked = false; };
  const agree = () => { showDrawer(); showSearch(); };
  const turn = (was, is) => { for (const field of all(`input[autocomplete=${was}]`)) field.autocomplete = is; };
  addEventListener("pagehide", () => {
    shut();
    agree();
    turn("off", "on");
  });
  addEventListener("pageshow", ({ persisted }) => {
    turn("on", "off");
    leaving = false;
    if (persisted) shut();
    if (kept().query) setTimeout(searchAgain, 20); else if (kept().open) keep({ open: undefined });
    agree();
    setTimeout(agree);
  });
  // Material looks at key-up only, and would miss what is pasted or spoken.
  query.addEventListener("input", () => { set(search, true); query.dispatchEvent(new Event("keyup")); });
  box.addEventListener("focusout", ({ relatedTarget: to }) => { if (to && !box.contains(to)) set(search, false); });
  // Results take part in Tab. Where there are none, the doors stand there (search.html).
  new MutationObserver(() => {
    for (const el of all("#ra-search ol [tabindex]")) el.removeAttribute("tabindex");
    box.toggleAttribute("data-found", !!one("#ra-search ol").firstChild);
  }).observe(one("#ra-search ol"), { childList: true, subtree: true });

  // A link to a part of the page would take the place of the answers in the address: they are put back at once, and nobody else hears of
  // it. Where the answers hide that part, the link counts.
  let stood;
  const here = () => location.href.split("#")[0];
  document.addEventListener("click", ({ target }) => {
    const link = target.closest("a[href*='#']:not([target])");
    stood = link && link.href.split("#")[0] === here() && /[^?=]=/.test(location.hash) && !link.hash.includes("=")
      ? { hash: link.hash, address: location.href } : undefined;
  }, true);
  addEventListener("hashchange", (event) => {
    const wanted = stood?.hash === location.hash && document.getElementById(location.hash.slice(1));
    if (!wanted || wanted.closest("[hidden]")) return;
    reveal();
    set(search, false);
    history.replaceState(history.state, "", stood.address);
    stood = undefined;
    event.stopImmediatePropagation();
  });

  document.addEventListener("click", (event) => {
    const { target, button: key, ctrlKey, metaKey, shiftKey, altKey } = event;
    const link = target.closest("a[href]");
    // Somebody may come back to this page, and finds it without its menu.
    if (link?.closest(".ra-nav") && drawer.checked && !(key || ctrlKey || metaKey || shiftKey || altKey)) {
      event.preventDefault();
      location.replace(link.href);
    }
    const button = target.closest("button");
    if (!button) return;
    if (button === menu) set(drawer, true);
    if (button.matches(".ra-nav__close")) set(drawer, false);
    if (button === opener) { set(search, true); query.focus(); }
    if (button.matches(".ra-search__close")) leave();
  });

  // Material hears keys on window. Kept from it: one-letter shortcuts (WCAG 2.1.4), and Tab and Escape in the search.
  document.addEventListener("keydown", (event) => {
    const escape = event.key === "Escape";
    if (search.checked ? escape || event.key === "Tab" : event.key.length < 2) event.stopPropagation();
    if (escape) search.checked ? leave() : set(drawer, false);
  });

  // Which part one reads, in the list of what is on the page: at its end the last one, which may not reach the top.
  const toc = one(".ra-side--toc");
  const parts = [...all(".ra-toc a")].map((link) => ({ link, heading: document.getElementById(link.hash.slice(1)) }))
    .filter(({ heading }) => heading);
  const mark = () => {
    const atEnd = scrollY > 0 && innerHeight + scrollY > document.documentElement.scrollHeight - 4;
    const here = parts.filter(({ heading }) => atEnd || heading.getBoundingClientRect().top < innerHeight / 3).pop()?.link;
    for (const { link } of parts) link.setAttribute("aria-current", link === here ? "location" : "false");
    if (here) toc.scrollTop = here.offsetTop - toc.clientHeight / 2;
  };
  let marking = 0;
  const follow = () => { marking ||= requestAnimationFrame(() => { marking = 0; mark(); }); };
  if (parts.length) for (const moved of ["scroll", "resize"]) addEventListener(moved, follow, { passive: true });
  follow();

  // An address may name a closed group, or something in it.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    const group = target?.closest("details:not([open])");
    if (!group) return;
    group.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  // The same page in another language: what the address says of it, such as answers, says the same there.
  for (const other of all(".ra-tool--language")) other.addEventListener("click", () => { other.hash = location.hash; });

  // A table wider than the page scrolls: let keys reach it.
  addEventListener("load", () => {
    for (const el of all(".md-typeset__scrollwrap")) if (el.scrollWidth > el.clientWidth) el.tabIndex = 0;
  });

  // A page that is turned from right to left, as translations do, is turned whole: the theme would hold its body to one direction.
  document.documentElement.dir ||= document.body.dir;
  document.body.removeAttribute("dir");
  // Wide spacing or a long name makes the header higher: what sticks, sticks below it.
  const header = one(".md-header"), { classList, style } = document.documentElement;
  new ResizeObserver(() => style.setProperty("--ra-head", `${header.offsetHeight}px`)).observe(header);
  // Last: where anything above fails, the page keeps what it has without scripts, a list of all pages among it.
  classList.replace("no-js", "js");
})();
