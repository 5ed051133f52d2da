// One question as a person meets it. Every word comes from the HTML.

/**
 * @typedef {object} Choice
 * @property {string | undefined} row
 * @property {string} value
 * @property {boolean} checked
 * @property {boolean} right
 */

/** The id of the row that a field stands in, where there are rows. @param {HTMLInputElement} input */
const rowAround = (input) => input.closest("fieldset")?.dataset.row;

/** One item: shows itself as asked or as explained, and knows nothing of rounds. */
class Question {
  /** @param {HTMLElement} article */
  constructor(article) {
    this.article = article;
    this.id = article.dataset.item || "";
    this.group = article.dataset.group || "";
    this.inputs = [.../** @type {NodeListOf<HTMLInputElement>} */ (article.querySelectorAll(".ra-option input"))];
    // Fields are named by it; in a grid, each by its row too.
    this.token = `${this.inputs[0]?.name}`.replace(/-.*/, "");
    this.heading = part(article, "number");
    this.button = part(article, "check");
    this.status = part(article, "status");
    this.answer = part(article, "answer");
    this.describe(this.button, this.heading);
    this.describe(part(article, "options"), part(article, "stem"));
    this.statement = part(this.answer, "statement");
    // What can be chosen and the reasons for it stand in one order.
    const parts = [...new Set(this.inputs.map((input) => rowAround(input) || input.value))];
    this.reasons = new Map(all(this.answer, ".ra-reasons > li").map((reason, index) => [reason.dataset.option = parts[index], reason]));
  }

  /** @param {HTMLElement} element @param {HTMLElement} by what a screen reader says besides its name */
  describe(element, by) {
    if (!by.id) by.id = `${by.dataset.part}-${this.token}`;
    element.setAttribute("aria-describedby", by.id);
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
    this.status.replaceChildren(toLine(words));
  }

  /** @param {string | undefined} option @param {boolean} [announced] */
  show(option, announced) {
    // What was opened while the script was still on its way stays open.
    const open = this.button.hidden && this.answer.hasAttribute("open");
    this.button.hidden = false;
    this.choose(option);
    for (const input of this.inputs) {
      input.disabled = !!option;
      this.mark(input, !!option && (input.checked || this.fits(input)));
    }
    // A form restored from its address would otherwise read out all its answers at once.
    this.status.setAttribute("aria-live", option && !announced ? "off" : "polite");
    this.status.replaceChildren(...option ? this.explain(option) : []);
    this.answer.hidden = !option && !open;
    this.answer.toggleAttribute("open", open);
  }

  /** What was chosen while the script was still on its way stays chosen. @param {string | undefined} option */
  choose(option) {
    for (const input of this.inputs) if (option || input.disabled) input.checked = this.chooses(option, input);
  }

  /** @param {string | undefined} option @param {HTMLInputElement} input */
  chooses(option, input) {
    return input.value === option;
  }

  /** Whether choosing it is right. @param {HTMLInputElement} input */
  fits(input) {
    return this.isRight(input.value);
  }

  /** Only what was chosen, what fits, and the rule: the other reasons stay folded. @param {string} option @returns {Node[]} */
  explain(option) {
    const right = this.isRight(option);
    const fits = this.inputs.find((input) => this.fits(input))?.parentElement?.querySelector("span:not([class])")?.textContent || "";
    const verdict = toLine();
    verdict.append(markOf(right), " ", part(this.reasons.get(option), "rationale").textContent || "");
    return [verdict, ...right ? [] : [toLine(marks().dataset.text, { right: fits })], this.statement.cloneNode(true)];
  }

  /** @param {HTMLInputElement} input @param {boolean} marked */
  mark(input, marked) {
    const label = /** @type {Element} */ (input.parentElement);
    const right = this.fits(input);
    label.classList.toggle("ra-option--right", marked && right);
    label.classList.toggle("ra-option--not", marked && !right);
    find(label, "mark")?.remove();
    if (marked) label.append(markOf(right));
  }
}

/** A picture and words, which wait in a <template>: the first says that something is right. @param {boolean} right */
const markOf = (right) => /** @type {Element} */ (marks().content.children[right ? 0 : 1]).cloneNode(true);

const marks = () => /** @type {HTMLTemplateElement} */ (part(document.body, "marks"));

/** A sentence of its own, filled in. @param {string} [pattern] @param {Record<string, number | string>} [values] */
const toLine = (pattern = "", values = {}) => {
  const line = document.createElement("p");
  line.textContent = filled(pattern, values);
  return line;
};

/** Which class asks an item that is no plain choice, by the name in its HTML. @type {Record<string, typeof Question>} */
const KINDS = {};

/** @param {HTMLElement} article */
const toQuestion = (article) => new (KINDS[article.dataset.kind || ""] || Question)(article);
