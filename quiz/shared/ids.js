// What an address lists by ids: answers, marks, kinds of contact.

/** The ids that a value lists, without what came to stand behind them. @param {string} [value] @returns {string[]} */
const idsIn = (value = "") => value.toLowerCase().replace(/\?.*/, "").match(/[\w.-]*\w/g) || [];
