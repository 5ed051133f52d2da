// Behind search.js, in a language that the theme has a stemmer for: words are looked for by their stems, which begin all
// their forms, and its small words are left out. `rightAskLanguage` stands beside: the theme's own scripts for it.
{
  const SETUP = 0;
  /** So short a stem begins too many words. */
  const FEWEST = 4;
  const scope = /** @type {any} what a worker and the theme have besides */ (self);
  /** @type {{ stemmer: (word: string) => string } | undefined} */
  let language;

  /** All that begins as a word does, but for its ending. @param {string} word */
  scope.rightAskStem = (word) => {
    const stem = language?.stemmer(word) || "";
    // Some stems end otherwise than any form does: that of “referencia” is “referent”.
    const other = [...stem].findIndex((letter, at) => letter !== word[at]);
    const begin = other < 0 ? stem : stem.slice(0, other);
    return begin.length < FEWEST ? word : begin;
  };

  addEventListener("message", ({ data: message }) => {
    if (message.type !== SETUP) return;
    const { config } = message.data;
    scope.rightAskLanguage();
    language = scope.lunr[config.lang[0]];
    scope.lunr.stopWordFilter = scope.lunr[config.lang[0]].stopWordFilter;
    // Else the theme would fetch these scripts once more, and take words as they are written.
    config.lang = ["en"];
  });
}
