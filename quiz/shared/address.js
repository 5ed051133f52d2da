// The address grammar: #key=value&key=value…, in order. A plain anchor (#can-insider-names) holds no pair. Programs that pass an address on
// write & as HTML has it, encode all of it, take along what stands behind it, and put what they count behind it: each reading bears with that.

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

/** @param {string} hash what stands behind # @returns {Pair[]} */
const pairsOf = (hash) => (/^[^=]+%(25)*3d/i.test(hash) ? pairsOf(toPair(hash).key)
  : hash.split(/&(amp;)*/).filter((text) => /.=/.test(text)).map(toPair));

const readAddress = () => pairsOf(location.hash.slice(1));

/** @param {Pair[]} pairs */
const writeAddress = (pairs) => {
  const hash = pairs.map((pair) => pair.text).join("&");
  try {
    // Hosts keep the scroll position in the state, so it is passed on.
    history.replaceState(history.state, "", location.href.replace(/#.*/, "") + (hash && `#${hash}`));
  } catch {
    // A frame without an address of its own (srcdoc) refuses: then nothing is kept, and all else works.
  }
};
