// A question whose rows go into bins. Scripts of pages without one leave this piece out.

/**
 * A grid: each row goes into one of its bins. Its response names each bin with the ids of its rows behind it, and no
 * positions: _bin_a_b_other_c, in the order of the alphabet, so that it means the same in every form.
 */
class Grid extends Question {
  get response() {
    const sorted = this.inputs.filter((input) => input.checked);
    if (sorted.length < this.reasons.size) return undefined;
    return [...this.bins].sort().map((bin) => {
      const rows = sorted.filter((input) => input.value === bin).map(rowAround);
      return rows.length ? ["", bin, ...rows.sort()].join("_") : "";
    }).join("");
  }

  /** The ids of the bins. */
  get bins() {
    return new Set(this.inputs.map((input) => input.value));
  }

  /** @param {string} response */
  places(response) {
    return placesOf(response, this.bins);
  }

  /** A row or a bin that is no more makes a response stale, and so does one that is new. @param {string} response */
  knows(response) {
    const places = this.places(response);
    return places.size === this.reasons.size && [...this.reasons.keys()].every((row) => places.get(row));
  }

  /** @param {string | undefined} response */
  outcomes(response) {
    return this.lines(response).map(({ reason, right }) => ({ statement: reason.dataset.statement || "", right }));
  }

  /** The rows with what is said of each, and whether a response has it right. @param {string | undefined} response */
  lines(response) {
    return [...this.reasons.values()].map((reason) => ({
      reason,
      right: this.inputs.some((input) => rowAround(input) === reason.dataset.option && this.chooses(response, input) && this.fits(input)),
    }));
  }

  /** @param {string | undefined} response */
  missed(response) {
    return this.lines(response).filter((line) => !line.right).map((line) => line.reason);
  }

  /** @param {string | undefined} response */
  truths(response) {
    return this.missed(response).map((reason) => part(reason, "statement"));
  }

  /** Says how many rows are still to be sorted; a form's own words are for choosing. */
  say() {
    const open = this.reasons.size - this.inputs.filter((input) => input.checked).length;
    this.status.replaceChildren(toLine(this.status.dataset.missing, { open, total: this.reasons.size }));
  }

  /** @param {string | undefined} response @param {HTMLInputElement} input */
  chooses(response, input) {
    return !!response && this.places(response).get(rowAround(input)) === input.value;
  }

  /** @param {HTMLInputElement} input */
  fits(input) {
    return this.reasons.get(rowAround(input))?.dataset.bin === input.value;
  }

  /** Each row that was not right has its reason; the rule behind each stays folded. @param {string} response */
  explain(response) {
    const missed = this.missed(response);
    const total = this.reasons.size;
    const list = document.createElement("ul");
    list.className = "ra-reasons";
    list.append(...missed.map((reason) => /** @type {Element} */ (reason.cloneNode(true))));
    for (const truth of all(list, ".ra-truth")) truth.remove();
    const { text, elsewhere } = this.status.dataset;
    return [toLine(text, { right: total - missed.length, total }), ...missed.length ? [toLine(elsewhere), list] : []];
  }
}

KINDS.grid = Grid;
