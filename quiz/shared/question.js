// One question as a person meets it. Every word comes from the HTML.

/** One item: shows itself as asked or as explained, and knows nothing of rounds. */
class Question {
  /** @param {HTMLElement} article */
  constructor(article) {
    this.article = article;
    const { item = "", token = "", group = "" } = article.dataset;
    this.id = item;
    this.token = token;
    this.group = group;
    this.heading = part(article, "number");
    this.button = part(article, "check");
    this.status = part(article, "status");
    this.answer = part(article, "answer");
    this.statement = part(this.answer, "statement");
    this.inputs = [...article.querySelectorAll("input")];
    this.reasons = new Map(all(article, "[data-option]").map((reason) => [reason.dataset.option, reason]));
    part(article, "before").hidden = true;
    this.button.hidden = part(article, "after").hidden = false;
  }

  /** What is chosen now, as the address writes it: letters, digits, - and _; undefined while something is missing. */
  get response() {
    return this.inputs.find((input) => input.checked)?.value;
  }

  /** @param {string} option */
  knows(option) {
    return this.reasons.has(option);
  }

  /** Which statements an answer shows to be known; none of them without an answer. @param {string | undefined} option */
  outcomes(option) {
    return [{ statement: this.article.dataset.statement || "", right: !!this.reasons.get(option)?.hasAttribute("data-right") }];
  }

  /** @param {string | undefined} option */
  isRight(option) {
    return this.outcomes(option).every((one) => one.right);
  }

  /** What to read again after an answer that was not right. @param {string | undefined} _option */
  truths(_option) {
    return [this.statement];
  }

  /** @param {string} words */
  say(words) {
    const line = document.createElement("p");
    line.textContent = words;
    this.status.replaceChildren(line);
  }

  /** @param {string | undefined} option @param {boolean} [announced] */
  show(option, announced) {
    for (const input of this.inputs) {
      // What was chosen while the script was still on its way stays chosen.
      if (option || input.disabled) input.checked = this.chooses(option, input);
      input.disabled = !!option;
      this.mark(input, !!option && (input.checked || this.fits(input)));
    }
    // A form restored from its address would otherwise read out all its answers at once.
    this.status.setAttribute("aria-live", option && !announced ? "off" : "polite");
    this.status.replaceChildren(...option ? this.explain(option) : []);
    this.button.classList.toggle("ra-button--quiet", !!option);
    this.answer.hidden = !option;
    this.answer.removeAttribute("open");
  }

  /** @param {string | undefined} option @param {HTMLInputElement} input */
  chooses(option, input) {
    return input.value === option;
  }

  /** Whether choosing it is right. @param {HTMLInputElement} input */
  fits(input) {
    return this.isRight(input.value);
  }

  /** @param {string} option @returns {Node[]} */
  explain(option) {
    return [this.copy(option, "mark"), this.copy(option, "rationale"), this.statement.cloneNode(true)];
  }

  /** @param {HTMLInputElement} input @param {boolean} marked */
  mark(input, marked) {
    const label = /** @type {Element} */ (input.parentElement);
    const right = this.fits(input);
    label.classList.toggle("ra-option--right", marked && right);
    label.classList.toggle("ra-option--not", marked && !right);
    find(label, "mark")?.remove();
    if (marked) label.append(this.markOf(input));
  }

  /** @param {HTMLInputElement} input */
  markOf(input) {
    return this.copy(input.value, "mark");
  }

  /** @param {string} option @param {string} name */
  copy(option, name) {
    return part(this.reasons.get(option), name).cloneNode(true);
  }
}

/**
 * A sort grid: each row goes into one of two bins. Its response holds the ids of the rows in the first bin and no
 * positions: _a_b, in the order of the alphabet, so that it means the same in every form.
 */
class Grid extends Question {
  get response() {
    const sorted = this.inputs.filter((input) => input.checked);
    if (sorted.length < this.reasons.size) return undefined;
    return "_" + sorted.filter((input) => this.isFirst(input)).map((input) => input.dataset.row).sort().join("_");
  }

  /** A row that is no more makes a response stale. @param {string} response */
  knows(response) {
    return response[0] === "_" && rowsOf(response).every((row) => this.reasons.has(row));
  }

  /** @param {string | undefined} response */
  outcomes(response) {
    return this.lines(response).map(({ reason, right }) => ({ statement: reason.dataset.statement || "", right }));
  }

  /** The rows with what is said of each, and whether a response has it right. @param {string | undefined} response */
  lines(response) {
    return [...this.reasons.values()].map((reason) => ({
      reason,
      right: this.inputs.some((input) => input.dataset.row === reason.dataset.option && this.chooses(response, input) && this.fits(input)),
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
    this.status.replaceChildren(this.filled(this.status.dataset.missing, { open, total: this.reasons.size }));
  }

  /** @param {string | undefined} text @param {Record<string, number>} numbers */
  filled(text, numbers) {
    const line = document.createElement("p");
    line.dataset.text = text;
    fill(line, numbers);
    return line;
  }

  /** @param {string | undefined} response @param {HTMLInputElement} input */
  chooses(response, input) {
    return !!response && rowsOf(response).includes(input.dataset.row || "") === this.isFirst(input);
  }

  /** Whether it stands for the first bin. @param {HTMLInputElement} input */
  isFirst(input) {
    return input.value === this.inputs[0]?.value;
  }

  /** @param {HTMLInputElement} input */
  fits(input) {
    return this.reasons.get(input.dataset.row)?.dataset.bin === input.value;
  }

  /** @param {string} response */
  explain(response) {
    const missed = this.missed(response);
    const total = this.reasons.size;
    const list = document.createElement("ul");
    list.className = "ra-reasons";
    list.append(...missed.map((reason) => reason.cloneNode(true)));
    return [this.filled(this.status.dataset.text, { right: total - missed.length, total }), ...missed.length ? [list] : []];
  }

  /** @param {HTMLInputElement} input */
  markOf(input) {
    const marks = /** @type {HTMLTemplateElement} */ (part(this.article, "marks")).content.children;
    return /** @type {Element} */ (marks[this.fits(input) ? 0 : 1]).cloneNode(true);
  }
}

/** @param {string} response */
const rowsOf = (response) => response.split("_").filter(Boolean);

/** @param {HTMLElement} article */
const toQuestion = (article) => "grid" in article.dataset ? new Grid(article) : new Question(article);
