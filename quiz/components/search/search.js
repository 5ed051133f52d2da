// The search compares words as people mean them, and shows them as they are written. It runs where the theme's search
// does (a worker, or a frame on file://), and hears each message before that.
"use strict";
{
  // What stands between words: not the apostrophes and hyphens within them. The theme makes a pattern of it without “u”.
  const BETWEEN = "[\\s!-&(-,./:-@[-`{-~\\xa0-\\xa9\\xab\\xac\\xae-\\xb3\\xb6-\\xb9\\xbb-\\xbf\\u2012-\\u2017\\u201a-\\u205e\\u3000-\\u303f]+";
  const SETUP = 0, QUERY = 2, FOUND = 3;
  /** Nearly every word of an index is as it should be. */
  const PLAIN = /^[a-z0-9]+$/;
  const scope = /** @type {any} what a worker and the theme have besides */ (self);

  /** Every word of the index, each with how it is written. @type {Map<string, string>} */
  const known = new Map();
  /** So few letters tell nothing of a word. */
  const FEWEST = 3;
  const BEFORE = /^(?:ex|co|step)(?=.{4})/;

  /** @param {any} token of the text; its place there stays */
  const fold = (token) => {
    const forms = PLAIN.test(token.str) ? [token.str] : formsOf(token.str);
    forms.forEach((form, at) => { if (!known.has(form)) known.set(form, at ? form : token.str.replace(/['’]s$/, "")); });
    return forms[0] === token.str ? token : forms.map((form) => token.clone(() => form));
  };

  /** @param {string} begin */
  const begins = (begin) => [...known.keys()].some((word) => word.startsWith(begin));

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
  /** How all forms of a word begin; language.js knows better. @param {string} word @returns {string} */
  const stemOf = (word) => scope.rightAskStem?.(word) || word.replace(ENDING, "$1");

  /** Whether so few edits make one word of another: on phones people misspell. An edit is a letter more, less, changed or moved by one.
      @param {string} one @param {string} other @param {number} edits @returns {boolean} */
  const areNear = (one, other, edits) => {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    const [is, was] = [one.slice(at), other.slice(at)];
    if (is === was || !edits) return is === was;
    const moved = is[0] === was[1] && is[1] === was[0];
    return [[1, 1], [1, 0], [0, 1], ...(moved ? [[2, 2]] : [])].some(([my, its]) => areNear(is.slice(my), was.slice(its), edits - 1));
  };

  /** Shorter words are near too many: there, a letter moved is all that tells what was meant. */
  const LONG = 5;
  /** Words from here on may be two edits off, but for how they begin. Of shorter ones, every other word would be near one of ours. */
  const LONGER = 8;
  const lettersOf = (/** @type {string} */ word) => [...word].sort().join("");

  /** The words of texts that are nearest to a form of a word. @param {string} form */
  const nearOf = (form) => {
    const words = [...known.keys()].filter((one) => scope.lunr.stopWordFilter(one) && (form.length >= LONG || lettersOf(form) === lettersOf(one)));
    const once = words.filter((one) => areNear(form, one, 1));
    return once.length || form.length < LONGER ? once : words.filter((one) => one[0] === form[0] && areNear(form, one, 2));
  };

  /** A word, or, where texts hold none of its forms, what is near it in them, one of each stem. @param {string} word */
  const meant = (word) => {
    const stem = stemOf(word);
    const near = begins(stem) ? [] : [word, stem].map(nearOf).find(({ length }) => length) || [];
    return near.length ? [...new Map(near.map((one) => [stemOf(one), one])).values()] : [word];
  };

  /** What to look for: nothing is left that would be an operator, as “reference:” is, nor small words that begin many others.
      Each word stands with what is looked for in its place. @param {string} text */
  const wanted = (text) => {
    const words = joined(wantedOf(text)).flatMap(likely);
    const telling = words.filter((word) => scope.lunr.stopWordFilter(word));
    return (telling.length ? telling : words).map((word) => ({ word, looked: meant(word) }));
  };

  /** What each query that waits for its answer looks for. @type {ReturnType<typeof wanted>[]} */
  const waiting = [];

  /** For the theme, a page that has “uncle” lacks “uncles”. @param {ReturnType<typeof wanted>} query
      @param {Record<string, boolean>} terms by each form of what was looked for, whether a page has it */
  const had = (query, terms) => Object.fromEntries(query.flatMap(({ word, looked }) => {
    const told = looked.flatMap((one) => [one, stemOf(one)]).filter((form) => form in terms);
    return told.length ? [[looked.includes(word) ? word : known.get(looked[0] || ""), told.some((form) => terms[form])]] : [];
  }));

  const answer = scope.postMessage.bind(scope);
  scope.postMessage = (/** @type {any} */ message) => {
    const query = message.type === FOUND && waiting.shift();
    if (query) {
      for (const page of message.data.items.flat()) page.terms = had(query, page.terms);
      const others = query.filter(({ word, looked }) => !looked.includes(word));
      message.others = others.map(({ word, looked }) => [word, looked.map((one) => known.get(one))]);
    }
    answer(message);
  };

  addEventListener("message", ({ data: message }) => {
    if (message.type === SETUP) {
      Object.assign(message.data.config, { separator: BETWEEN, pipeline: ["trimmer", "stopWordFilter"] });
      scope.lunr.trimmer = Object.assign(fold, { label: "trimmer" });
    }
    if (message.type !== QUERY) return;
    const query = wanted(message.data);
    waiting.push(query);
    // Whole words come before what begins as they do: an uncle before what is unclear.
    message.data = query.flatMap(({ looked }) => looked).map((one) => `${one}^9 ${stemOf(one)}`).join(" ");
  });

  if (scope.importScripts) {
    // Where a host sends our policy with scripts, too, it holds in here.
    const own = (/** @type {string} */ address) => (new URL(address).origin === location.origin ? address : null);
    scope.trustedTypes?.createPolicy("default", { createScriptURL: own });
    // After all of this script: what stands behind it, for a language, hears each message before the theme too.
    queueMicrotask(() => scope.importScripts(new URL(location.hash.slice(1), location.href).href));
  }
}
