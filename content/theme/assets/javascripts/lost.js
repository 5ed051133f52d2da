/* Where no page is: leads on if the address means one of ours, as people type it and as programs that pass it on leave it. */
(async () => {
  const base = new URL("../../", document.currentScript.src).pathname;
  const { origin, pathname, search, hash } = location;
  const asked = pathname.replace(/\/{2,}/g, "/");
  if (!asked.startsWith(base)) return;
  // An encoded “#” belongs to the path for a browser, and so does all behind it.
  const [, path, behind] = /^(.*?)(?:%(?:25)*23(.*))?$/.exec(asked.slice(base.length));
  // No name of a page holds brackets, quotation marks or spaces: they are of the text around it.
  const named = path.toLowerCase().replaceAll("%2f", "/").replace(/%[\da-f]{2}/g, " ").replace(/^\W+/, "").replace(/[^\w./-].*/, "");
  const page = /^(.*?)\.html?\b/.exec(named)?.[1];
  const name = page ?? named.replace(/\W+$/, "");
  const names = [name, name.replace(/\/index$/, ""), ...page === undefined ? [`${name}/index`] : []];
  for (const one of new Set(names.map((each) => `${base}${each || "index"}.html`))) {
    const answer = one === pathname ? undefined : await fetch(one, { method: "HEAD" }).catch(() => undefined);
    if (answer?.ok) return location.replace(origin + one + (behind === undefined ? search + hash : `#${behind}`));
  }
})();
