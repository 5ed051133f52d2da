// The address grammar: #key=value&key=value…, in order. A plain anchor (#can-insider-names) holds no pair.

/** @param {string} text one pair as it stands; a foreign one is written back byte for byte */
const toPair = (text) => {
  // URLSearchParams never throws on a broken escape, and undoes the %2C that mail programs make of a comma.
  const [[key, value] = ["", ""]] = new URLSearchParams(text);
  return { key, value, text };
};

/** @typedef {ReturnType<typeof toPair>} Pair */

/** When to show again what stands in the address or in memory: browsers refill fields of a page that comes back, and none of them tells. */
const AGAIN = "right-ask:again";
addEventListener("pageshow", () => setTimeout(() => dispatchEvent(new Event(AGAIN))));

/** @param {string} hash what stands behind # */
const pairsOf = (hash) => hash.split("&").filter((text) => /[^?=]=/.test(text)).map(toPair);

const readAddress = () => pairsOf(location.hash.slice(1));

/** @param {Pair[]} pairs */
const writeAddress = (pairs) => {
  const hash = pairs.map((pair) => pair.text).join("&");
  try {
    // Hosts keep the scroll position in the state, so it is passed on.
    history.replaceState(history.state, "", location.href.replace(/#.*/, "") + (hash && `#${hash}`));
  } catch (error) {
    // A frame without an address of its own (srcdoc) refuses: then nothing is kept, and all else works.
    if (!(error instanceof DOMException)) throw error;
  }
};
