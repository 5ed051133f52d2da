// How an address writes what somebody sorted: _bin_a_b_other_c names each bin with the ids of its rows behind it.

/** In which bin a response has each row, by their ids. @param {string} response @param {Set<string>} bins */
const placesOf = (response, bins) => {
  let bin = "";
  /** @type {Map<string | undefined, string>} */
  const places = new Map();
  for (const name of response.split("_").slice(1)) {
    if (bins.has(name)) bin = name;
    else places.set(name, bin);
  }
  return places;
};
