// The search compares words as people mean them, and shows them as they are written. It runs where the theme's search
// does (a worker, or a frame on file://), and hears each message before that.
"use strict";
{
  // What stands between words: not the apostrophes and hyphens within them. The theme makes a pattern of it without “u”.
  const BETWEEN = "[\\s!-&(-,./:-@[-`{-~\\xa0-\\xa9\\xab\\xac\\xae-\\xb3\\xb6-\\xb9\\xbb-\\xbf\\u2012-\\u2017\\u201a-\\u205e\\u3000-\\u303f]+";
  const SETUP = 0, QUERY = 2;
  /** Nearly every word of an index is as it should be. */
  const PLAIN = /^[a-z0-9]+$/;
  const scope = /** @type {any} what a worker and the theme have besides */ (self);

  /** @param {any} token of the text; its place there stays */
  const fold = (token) => (PLAIN.test(token.str) ? token : formsOf(token.str).map((form) => token.clone(() => form)));

  /** What many forms of a word end with: “ghosted” is found by “ghosting”, and “uncles” by “uncle”. */
  const ENDING = /^(.{4,}?)(?:e?s|ed|ing)$/;

  /** What to look for: nothing is left that would be an operator, as “reference:” is, nor small words that begin many others. Whole words come
      before what begins as they do: an uncle before what is unclear. @param {string} text */
  const rewritten = (text) => {
    const words = wantedOf(text);
    const telling = words.filter((word) => scope.lunr.stopWordFilter(word));
    return (telling.length ? telling : words).map((word) => `${word}^9 ${word.replace(ENDING, "$1")}`).join(" ");
  };

  addEventListener("message", ({ data: message }) => {
    if (message.type === SETUP) {
      Object.assign(message.data.config, { separator: BETWEEN, pipeline: ["trimmer", "stopWordFilter"] });
      scope.lunr.trimmer = Object.assign(fold, { label: "trimmer" });
    }
    if (message.type === QUERY) message.data = rewritten(message.data);
  });

  if (scope.importScripts) {
    // Where a host sends our policy with scripts, too, it holds in here.
    const own = (/** @type {string} */ address) => (new URL(address).origin === location.origin ? address : null);
    scope.trustedTypes?.createPolicy("default", { createScriptURL: own });
    // After all of this script: what stands behind it, for a language, hears each message before the theme too.
    queueMicrotask(() => scope.importScripts(new URL(location.hash.slice(1), location.href).href));
  }
}
