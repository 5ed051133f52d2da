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

  /** What a wrong answer took for what, and where to read on. @param {string} option */
  mistakes(option) {
    const text = (/** @type {string} */ selector) => this.article.querySelector(selector)?.textContent?.trim() || "";
    const named = (/** @type {Element | undefined} */ reason) => reason?.querySelector("[data-part=option]")?.textContent?.trim() || "";
    if (this.isRight(option)) return [];
    return [{
      question: text("legend"),
      chosen: named(this.reasons.get(option)),
      right: named([...this.reasons.values()].find((reason) => reason.hasAttribute("data-right"))),
      statement: text("[data-part=truth]"),
      title: this.statement.dataset.title || "",
    }];
  }

  /** @param {string | undefined} option */
  isRight(option) {
    return this.outcomes(option).every((one) => one.right);
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
      if (option || input.disabled) input.checked = input.value === option;
      input.disabled = !!option;
      this.mark(input, !!option && (input.checked || this.isRight(input.value)));
    }
    // A form restored from its address would otherwise read out all its answers at once.
    this.status.setAttribute("aria-live", option && !announced ? "off" : "polite");
    this.status.replaceChildren(
      ...option ? [this.copy(option, "mark"), this.copy(option, "rationale"), this.statement.cloneNode(true)] : [],
    );
    this.button.classList.toggle("ra-button--quiet", !!option);
    this.answer.hidden = !option;
    this.answer.removeAttribute("open");
  }

  /** @param {HTMLInputElement} input @param {boolean} marked */
  mark(input, marked) {
    const label = /** @type {Element} */ (input.parentElement);
    const right = this.isRight(input.value);
    label.classList.toggle("ra-option--right", marked && right);
    label.classList.toggle("ra-option--not", marked && !right);
    find(label, "mark")?.remove();
    if (marked) label.append(this.copy(input.value, "mark"));
  }

  /** @param {string} option @param {string} name */
  copy(option, name) {
    return part(this.reasons.get(option), name).cloneNode(true);
  }
}
