// A question as files hold it: in the bank, and in a row of a spreadsheet. JSON is YAML, and tells a text from all else YAML may take it for.

/** A text as the guide writes it: one line, and the apostrophes and quotation marks of print. @param {string} text */
const inPrint = (text) => text.trim().replace(/\s+/g, " ").replace(/(^|[\s([])"/g, "$1“").replace(/"/g, "”").replace(/'/g, "’");

/** Words that may stand in an id. @param {string} text */
const idWords = (text) => plainWords(text).filter((word) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(word));

/** An id for each text, of its first words: as few as tell all of them apart. @param {string[]} texts */
const idsOf = (texts) => {
  const words = texts.map(idWords);
  const cut = (/** @type {number} */ most) => words.map((one) => one.slice(0, most).join("-") || "x");
  let most = 3;
  while (new Set(cut(most)).size < texts.length && most < Math.max(...words.map((one) => one.length))) most += 1;
  const ids = cut(most);
  return ids.map((id, at) => ids.indexOf(id) < at ? `${id}-${at + 1}` : id);
};

/** A name for the whole, of the words of the scene that say something. @param {Draft} draft @param {Rules} rules */
const nameOf = ({ stem }, rules) => {
  const names = namesIn(stem, rules.names).flatMap(idWords);
  return idWords(stem).filter((word) => word.length > 2 && !names.includes(word) && !rules.lists.function?.includes(word)).slice(0, 4).join("-") || "question";
};

/** @param {Draft} draft @param {Rules} rules */
const yamlOf = (draft, rules) => {
  const ids = idsOf(draft.options.map((one) => one.text));
  const names = namesIn(textOf(draft), rules.names);
  const about = [...new Set(draft.options.map((one) => one.rests_on))].filter(Boolean);
  return [
    `  - id: ${nameOf(draft, rules)}`,
    ...names.length ? [`    names: [${names.join(", ")}]`] : [],
    `    stem: ${JSON.stringify(draft.stem)}`,
    `    question: ${JSON.stringify(draft.question)}`,
    ...draft.contact_type ? [`    contact_type: ${draft.contact_type}`] : [],
    `    about: [${about.join(", ")}]`,
    "    options:",
    ...draft.options.flatMap((one, at) => [
      `      - id: ${ids[at]}`,
      `        text: ${JSON.stringify(one.text)}`,
      ...at ? [] : ["        key: true"],
      ...one.ask ? [`        ask: ${one.ask}`] : [],
      `        rationale: ${JSON.stringify(one.rationale)}`,
      `        rests_on: ${one.rests_on}`,
      ...one.right_for ? [`        right_for: ${JSON.stringify(one.right_for)}`] : [],
    ]),
    "",
  ].join("\n");
};

/** The row of a spreadsheet, below the names of its columns. @param {Draft} draft @param {Rules} rules @param {string[]} columns */
const rowOf = (draft, rules, columns) => {
  /** @type {Record<string, string>} */
  const cells = { id: nameOf(draft, rules), contact_type: draft.contact_type, scene: draft.stem, question: draft.question };
  draft.options.forEach(({ text, rationale, right_for, rests_on }, at) => {
    const name = at ? `wrong_${at}` : "right";
    Object.assign(cells, { [name]: text, [`${name}_because`]: rationale, [`${name}_fits`]: right_for, [`${name}_rests_on`]: rests_on });
  });
  const cell = (/** @type {string} */ name) => `"${(cells[name] || "").replace(/"/g, '""')}"`;
  return `${columns.join(",")}\n${columns.map(cell).join(",")}\n`;
};

/** The address of the form for suggestions, filled in: its fields by their ids in .github/ISSUE_TEMPLATE. @param {string} address @param {Draft} draft */
const issueOf = (address, { stem, question, contact_type, options: [key, ...others] }) => {
  const fields = new URLSearchParams({ template: "suggest-a-question.yml", stem, question });
  if (contact_type) fields.set("contact_type", contact_type);
  fields.set("key", key ? `${key.text}\n${key.rationale}` : "");
  fields.set("options", others.map((one) => `${one.text} (${one.rationale})`).join("\n"));
  fields.set("right_for", others.map((one) => one.right_for).join("\n"));
  fields.set("about", [...new Set([key, ...others].map((one) => one?.rests_on))].filter(Boolean).join(", "));
  return `${address}?${fields}`;
};
