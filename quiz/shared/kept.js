// A place on this device for one text. Reading asks nothing of the device; writing is only for who asked for it.

/** @param {string} name @returns {string | null} null too where the browser keeps nothing */
const readKept = (name) => {
  try {
    return localStorage.getItem(name);
  } catch (error) {
    return refused(error);
  }
};

/** @param {string} name @param {string | null} text null clears it @returns {boolean} whether it is kept */
const keep = (name, text) => {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch (error) {
    return !!refused(error);
  }
};

/** A frame without storage, a full one and a strict browser refuse by a DOMException. @param {unknown} error */
const refused = (error) => {
  if (error instanceof DOMException) return null;
  throw error;
};
