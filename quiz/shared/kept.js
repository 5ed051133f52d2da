// A place on this device for one text. Reading asks nothing of the device; writing is only for who asked for it. A browser may have no such
// place (null in Android apps), refuse it in any way it likes, or take a text and keep nothing: all of that is “cannot keep”.

/** @param {string} name @returns {string | null} null too where the browser keeps nothing */
const readKept = (name) => {
  try {
    const text = localStorage.getItem(name);
    return typeof text === "string" ? text : null;
  } catch {
    return null;
  }
};

/** @param {string} name @param {string | null} text null clears it @returns {boolean} whether it is kept */
const keep = (name, text) => {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return readKept(name) === text;
  } catch {
    return false;
  }
};
