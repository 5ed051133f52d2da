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

  /** Every word of the index. @type {Set<string>} */
  const known = new Set();
  /** So few letters tell nothing of a word. */
  const FEWEST = 3;
  const BEFORE = /^(?:ex|co|step)(?=.{4})/;

  /** @param {any} token of the text; its place there stays */
  const fold = (token) => {
    const forms = PLAIN.test(token.str) ? [token.str] : formsOf(token.str);
    forms.forEach((form) => known.add(form));
    return forms[0] === token.str ? token : forms.map((form) => token.clone(() => form));
  };

  /** @param {string} begin */
  const begins = (begin) => [...known].some((word) => word.startsWith(begin));

  /** Whether two words are one in some text, as “co worker”, “linked in” and “e mail” are. @param {string} first @param {string} last */
  const isOne = (first, last) =>
    Boolean(first && last && scope.lunr.stopWordFilter(first)) &&
    (first.length < FEWEST || !known.has(first)) && begins(first + last);

  /** Such words as one; and who was a boss is one. @param {string[]} words */
  const joined = (words) => words.flatMap((word, at) => {
    const [before = "", behind = ""] = [words[at - 1], words[at + 1]];
    if (isOne(before, word) || (word === "ex" && behind && !isOne(word, behind))) return [];
    return [isOne(word, behind) ? word + behind : word];
  });

  /** What no text has: what it is made of, as “exboss” and “coverletter” are, if texts have that. @param {string} word */
  const likely = (word) => {
    const bare = word.replace(BEFORE, ""), few = Math.max(FEWEST + 1, bare.length - 2);
    if (begins(word)) return [word];
    if (bare !== word && begins(bare.slice(0, few))) return [bare];
    const ends = [...word].map((_, at) => at).slice(FEWEST, -FEWEST);
    const end = ends.find((at) => known.has(word.slice(0, at)) && begins(word.slice(at)));
    return end ? [word.slice(0, end), word.slice(end)] : [word];
  };

  /** What many forms of a word end with: “ghosted” is found by “ghosting”, and “uncles” by “uncle”. */
  const ENDING = /^(.{4,}?)(?:e?s|ed|ing)$/;

  /** What to look for: nothing is left that would be an operator, as “reference:” is, nor small words that begin many others. Whole words come
      before what begins as they do: an uncle before what is unclear. @param {string} text */
  const rewritten = (text) => {
    const words = joined(wantedOf(text)).flatMap(likely);
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
