// What can be judged of a question as somebody types it: rules of build_tools/prove and derive, with the numbers and lists that these go by.

/** @typedef {{ text: string, rationale: string, rests_on: string, right_for: string, ask: string }} DraftOption */
/** @typedef {{ stem: string, question: string, contact_type: string, options: DraftOption[] }} Draft the first option is the right one */
/** @typedef {{ needs: string[], whole: boolean, too_much: boolean, need: string, fits: Record<string, boolean> }} AskRule */
/**
 * @typedef {object} Rules
 * @property {Record<string, number>} bounds
 * @property {number} share
 * @property {number} characters
 * @property {number} long_word
 * @property {number} repeats
 * @property {Record<string, string[]>} lists
 * @property {Record<string, string>} openings
 * @property {Record<string, string>} usage
 * @property {string[]} names
 * @property {Record<string, AskRule>} asks
 */
/** @typedef {{ field: string, rule: string, say: string, values: Record<string, string | number> }} Finding `say` names its words */

/** @param {string} text */
const wordsOf = (text) => text.toLowerCase().replace(/'/g, "’").match(/[\p{L}\p{N}_]+(?:[-’][\p{L}\p{N}_]+)*/gu) || [];

/** @param {string} text @param {string[]} [phrases] */
const phrasesIn = (text, phrases = []) => {
  const spaced = ` ${wordsOf(text).join(" ")} `;
  return phrases.filter((phrase) => spaced.includes(` ${phrase.toLowerCase()} `));
};

/** Whether somebody with these ties can do it, as derive/ties.py has it. @param {AskRule} ask @param {string[]} ties */
const canDo = ({ needs, whole }, ties) => !!needs.length && (whole ? needs.every((one) => ties.includes(one)) : needs.some((one) => ties.includes(one)));

/** The first names in a text, of those that were looked over. @param {string} text @param {string[]} names */
const namesIn = (text, names) => names.filter((name) => new RegExp(`(^|[^\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, "u").test(text));

/** All that is said in a draft. @param {Draft} draft */
const textOf = ({ stem, question, options }) => [stem, question, ...options.flatMap((one) => [one.text, one.rationale, one.right_for])].join(" | ");

/** The texts of a draft by the names of their fields. @param {Draft} draft @param {(keyof DraftOption)[]} parts @returns {[string, string][]} */
const textsOf = ({ stem, question, options }, ...parts) => [
  ["stem", stem], ["question", question],
  ...parts.flatMap((name) => options.map((one, at) => /** @type {[string, string]} */ ([`${name}-${at}`, one[name]]))),
];

/** What stands in no rule but in every record: all of it is there, and no two options read alike. @param {Draft} draft @returns {Finding[]} */
const missing = (draft) => {
  const needed = textsOf(draft, "text", "rationale", "rests_on", "right_for");
  return needed.filter(([field, text]) => !text && field !== "right_for-0").map(([field]) => ({ field, rule: "", say: "missing", values: {} }));
};

/** Rules of the options beside each other. @param {Draft} draft @param {Rules} rules @returns {Finding[]} */
const ofOptions = ({ stem, question, options }, rules) => {
  const texts = options.map((one) => one.text);
  /** @type {Finding[]} */
  const found = [];
  const note = (/** @type {number} */ at, /** @type {string} */ rule, /** @type {string} */ say, /** @type {Record<string, string | number>} */ values = {}) => {
    found.push({ field: `text-${at}`, rule, say, values });
  };
  texts.forEach((text, at) => {
    if (phrasesIn(text, rules.lists.combined).length) note(at, "I04", "combined", { text });
    if (text && rules.lists.frequency?.includes(wordsOf(text).join(" "))) note(at, "I14", "frequency", { text });
  });
  if (!texts.every(Boolean)) return found;
  const lengths = texts.map((text) => [...text].length);
  const mean = lengths.reduce((sum, one) => sum + one, 0) / texts.length;
  texts.forEach((text, at) => {
    if (texts.findIndex((one) => wordsOf(one).join(" ") === wordsOf(text).join(" ")) < at) note(at, "I03", "alike");
    const count = lengths[at] || 0;
    if (Math.abs(count - mean) > Math.max(rules.share * mean, rules.characters)) note(at, "I05", count > mean ? "long" : "short", { count, mean: Math.round(mean) });
  });
  const [key = "", ...others] = texts;
  for (const word of phrasesIn(key, rules.lists.absolutes)) note(0, "I12", "absolute", { word });
  if (others.every((text) => phrasesIn(text, rules.lists.absolutes).length)) note(1, "I12", "absolutes");
  for (const word of shared(`${stem} ${question}`, key, others, rules)) note(0, "I13", "shared", { word });
  return [...found, ...ofOpenings(texts, rules)];
};

/** The words that the scene and the right option alone have. @param {string} prompt @param {string} key @param {string[]} others @param {Rules} rules */
const shared = (prompt, key, others, rules) => {
  const content = (/** @type {string} */ text) => wordsOf(text).filter((word) => word.length > 2 && !rules.lists.function?.includes(word));
  const scene = new Set(content(prompt));
  if (!rules.lists.function?.length || others.every((text) => content(text).some((word) => scene.has(word)))) return [];
  const names = namesIn(`${prompt} ${key}`, rules.names).flatMap(wordsOf);
  const said = new Set([...others.flatMap(wordsOf), ...names]);
  return [...new Set(content(key))].filter((word) => scene.has(word) && !said.has(word) && word.length >= rules.long_word);
};

/** How options begin and end. @param {string[]} texts @param {Rules} rules @returns {Finding[]} */
const ofOpenings = (texts, rules) => {
  /** @type {Finding[]} */
  const found = [];
  const names = namesIn(texts.join(" | "), rules.names).flatMap((name) => [...wordsOf(name), ...wordsOf(`${name}’s`)]);
  /** @type {Record<string, string>} */
  const known = { ...rules.openings, ...Object.fromEntries(names.map((name) => [name, "thing"])) };
  const first = texts.map((text) => {
    const [one = "", two = ""] = wordsOf(text);
    return `${one} ${two}` in known ? `${one} ${two}` : one;
  });
  const classes = first.map((word, at) => texts[at]?.startsWith("¿") ? "question" : known[word]);
  const unknown = classes.findIndex((kind) => !kind);
  const rests = !Object.keys(rules.openings).length;
  if (!rests && new Set(first).size > 1 && unknown >= 0) found.push({ field: `text-${unknown}`, rule: "I09", say: "opening", values: { word: first[unknown] || "" } });
  else if (!rests && new Set(classes).size > 1) {
    const odd = classes.findIndex((kind) => classes.filter((one) => one === kind).length === 1);
    found.push({ field: `text-${odd}`, rule: "I09", say: "openings", values: { told: first.map((word) => `“${word}”`).join(", ") } });
  }
  const marks = texts.map((text) => /[\p{L}\p{N}]$/u.test(text) ? "" : text.replace(/[”"']+$/, "").slice(-1).replace(/[\p{L}\p{N}]/u, ""));
  const other = marks.findIndex((mark) => mark !== marks[0]);
  if (other >= 0) found.push({ field: `text-${other}`, rule: "I09", say: "marks", values: {} });
  return found;
};

/** Rules of the scene and the question. @param {Draft} draft @param {Rules} rules @returns {Finding[]} */
const ofStem = ({ stem, question }, rules) => {
  /** @type {Finding[]} */
  const found = [];
  const blank = /_{2,}|\.{4,}|\[ *\]/;
  if (question && (question.match(/[?؟]/g)?.length !== 1 || !/[?؟][”»"']*$/.test(question))) found.push({ field: "question", rule: "I10", say: "asks", values: {} });
  for (const [field, text] of [["stem", stem], ["question", question]]) {
    if (field && text && blank.test(text)) found.push({ field, rule: "I10", say: "blank", values: {} });
  }
  const plain = question.split(" ").filter((word) => word !== word.toUpperCase() || word === word.toLowerCase()).join(" ");
  for (const word of phrasesIn(plain, rules.lists.negatives)) found.push({ field: "question", rule: "I11", say: "negative", values: { word, upper: word.toUpperCase() } });
  return found;
};

/** Rules of each text by itself. @param {Draft} draft @param {Rules} rules @returns {Finding[]} */
const ofTexts = (draft, rules) => textsOf(draft, "text", "rationale").flatMap(([field, text]) => {
  const [name = "", at] = field.split("-");
  const { lists } = rules;
  /** @type {Finding[]} */
  const found = [];
  const note = (/** @type {string} */ rule, /** @type {string} */ say, /** @type {Record<string, string | number>} */ values = {}) => {
    found.push({ field, rule, say, values });
  };
  const count = wordsOf(text).length;
  const most = rules.bounds[name] || Infinity;
  if (count > most) note("I15", "words", { count, most });
  if (name === "rationale") {
    const own = new Set(wordsOf(text));
    const said = new Set(wordsOf(draft.options[Number(at)]?.text || ""));
    if (own.size && [...own].filter((word) => said.has(word)).length >= rules.repeats * own.size) note("I21", "repeats");
    for (const word of phrasesIn(text, lists.judging)) note("I22", "judging", { word });
  } else {
    const names = namesIn(text, rules.names).filter((name) => new RegExp(`(^|[^\\p{L}\\p{N}_])${name} [A-Z]`, "u").test(text));
    for (const name of names) note("I28", "surname", { name });
    for (const word of phrasesIn(text, lists.titles)) note("I28", "title", { word });
  }
  if (name !== "text") for (const [say, word] of pointing(text, draft, rules)) note("I29", say, { word });
  for (const word of phrasesIn(text, Object.keys(rules.usage))) note("I42", "usage", { word, instead: rules.usage[word] || "" });
  return found;
});

/** What may point to somebody real. @param {string} text @param {Draft} draft @param {Rules} rules @returns {["real" | "capital", string][]} */
const pointing = (text, draft, { lists, names }) => {
  if (!lists.capitals?.length) return [];
  const inner = [...text.matchAll(/[\p{L}\p{N}_,;’] (?=([A-Z][\p{L}\p{N}_’-]*))/gu)].map(([, word = ""]) => word.replace(/’s$/, ""));
  const whole = textOf(draft);
  const people = namesIn(whole, names);
  const surnames = people.flatMap((name) => [...whole.matchAll(new RegExp(`${name} (?=([A-Z][\\p{L}\\p{N}_’-]*))`, "gu"))].map(([, word = ""]) => word.replace(/’s$/, "")));
  const listed = new Set([...lists.pointing || [], ...lists.titles || []]);
  const free = new Set([...lists.capitals, ...lists.quoted || [], ...names, ...surnames]);
  const strange = [...new Set(inner)].filter((word) => !free.has(word) && !listed.has(word.toLowerCase()));
  return [
    ...phrasesIn(text, lists.pointing).map((word) => /** @type {["real", string]} */ (["real", word])),
    ...strange.map((word) => /** @type {["capital", string]} */ (["capital", word])),
  ];
};

/** What the table says of requests. @param {Draft} draft @param {Rules} rules @returns {Finding[]} */
const ofTable = ({ contact_type, options }, rules) => options.flatMap(({ ask }, at) => {
  const request = rules.asks[ask];
  if (!request) return [];
  const fits = request.fits[contact_type];
  const say = !contact_type ? "no_type" : fits === undefined ? "open" : fits === !at ? "" : at ? "fits" : "fits_not";
  return say ? [{ field: `ask-${at}`, rule: "table", say, values: {} }] : [];
});

/** All that can be judged of a draft. @param {Draft} draft @param {Rules} rules */
const judge = (draft, rules) => [
  ...missing(draft), ...ofStem(draft, rules), ...ofOptions(draft, rules), ...ofTexts(draft, rules), ...ofTable(draft, rules),
];
