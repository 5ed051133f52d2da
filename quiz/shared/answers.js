// How an address writes what somebody answered: #form=<id>&<key>=<token>.<response>,…&<key>=…, one pair a round. Pairs after a `form`
// belong to it, so that several forms can share one address. Practice writes <day>~ before a round, and ! behind what somebody was sure of.

const KEYS = ["form", "done", "again", "round"];

/** @param {[{ token: string }, string]} answer */
const entry = ([question, response]) => question.token + (response && `.${response}`);

/** The answers of a round, each a token and a response, if it has one. @param {string} value */
const answersIn = (value) => idsIn(value).map((text) => text.split("."));
