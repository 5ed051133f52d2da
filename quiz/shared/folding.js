// One way to compare words: as people mean them, whatever keyboard, marks and signs they were written with.

/** Letters that are no letter with a mark. @type {Record<string, string>} */
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", þ: "th", ς: "σ" };

/**
 * The words of a text in small, plain letters: no accents, no forms of print, nothing unseen, no “’s”. A hyphen stays.
 * @param {string} text
 */
const plainWords = (text) => {
  const letters = text.replace(/[‘’ʼ`´′]/g, "'").normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase()
    .replace(/[ßæœøđðłıþς]/g, (letter) => LETTERS[letter] || "").replace(/‐/g, "-");
  const words = letters.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) || [];
  return words.map((word) => word.replace(/'s$/, "").replace(/'/g, ""));
};
