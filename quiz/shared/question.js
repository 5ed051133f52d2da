// One question as a person meets it, and what its script needs of the page. Every word comes from the HTML.

/** @param {Element} root @param {string} selector */
const all = (root, selector) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);

/** @param {Element} root @param {string} name */
const find = (root, name) => all(root, `[data-part="${name}"]`)[0];

/** @param {Element | undefined} root @param {string} name */
const part = (root, name) => {
  const found = root && find(root, name);
  if (!found) throw new Error(`right-ask-form: no data-part="${name}"`);
  return found;
};

/** @param {HTMLElement} element @param {Record<string, number>} numbers */
const fill = (element, numbers) => {
  element.textContent = (element.dataset.text || "").replace(/{(\w+)}/g, (_, name) => `${numbers[name]}`);
};

/** @param {HTMLElement} element @param {ScrollLogicalPosition} block */
const reveal = (element, block) => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block });
};

/** @param {HTMLElement} element */
const goTo = (element) => {
  // focus() alone would jump, and leave the element at the lower edge.
  element.focus({ preventScroll: true });
  reveal(element, "start");
};

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
