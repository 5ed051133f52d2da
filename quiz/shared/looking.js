// What is looked through, and what is looked for: words as folding.js gives them, with hyphens told apart.

/** What people may look for to find a text: “e-mail” by email and mail, “follow-up” by followup and follow. @param {string} text */
const formsOf = (text) => plainWords(text).flatMap((word) => [...new Set([word.replace(/-/g, ""), ...word.split("-")])]);

/** What somebody looks for: “e-mail” is email, while “cover-letter” is cover and letter. @param {string} text */
const wantedOf = (text) => plainWords(text).flatMap((word) => word.replace(/^([a-z])-/, "$1").split("-"));
