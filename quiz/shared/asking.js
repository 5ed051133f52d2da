// What every element does that asks questions in rounds, whoever decides which ones: buttons, keys, marks, address.

/** @typedef {Map<Question, string>} Round the answer to each question; "" is still to come */

/**
 * @typedef {object} Answer
 * @property {Question} question
 * @property {string} response
 */

const CHANGES = ["hashchange", AGAIN];

/** In the address, each round is a pair (answers.js). */
class Asking extends HTMLElement {
  constructor() {
    super();
    this.name = "";
    /** @type {Question[]} */
    this.questions = [];
    /** @type {Round[]} */
    this.rounds = [new Map()];
    this.dropped = 0;
  }

  connectedCallback() {
    this.name = this.getAttribute("form") || "";
    this.questions = all(this, "[data-item]").map(toQuestion);
    elements.add(this);
    for (const type of ["click", "keydown"]) this.addEventListener(type, this);
    for (const type of CHANGES) addEventListener(type, this);
    this.begin();
    this.showAll();
  }

  disconnectedCallback() {
    elements.delete(this);
    for (const type of CHANGES) removeEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { type, target, key, repeat } = /** @type {KeyboardEvent} */ (event);
    if (type === "keydown") {
      // A host may have put us into a <form> of its own, which Enter on a radio submits; and Enter held down on
      // Check would run past the explanation.
      if (key === "Enter" && (repeat || target instanceof HTMLInputElement)) event.preventDefault();
    } else if (type === "click") this.press(/** @type {MouseEvent} */ (event));
    else if (type === AGAIN) this.showAgain();
    else if (this.restore()) this.showAll();
    else this.update();
  }

  /** @param {MouseEvent} event */
  press(event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    const question = this.questions.find((one) => one.button === button);
    // The second half of a double click would run past the explanation.
    if (event.detail > 1) event.preventDefault();
    else if (question) this.answerTo(question) ? this.next(question) : this.check(question);
    else this.pressed(button?.dataset.part);
  }

  /** @param {Question} question */
  check(question) {
    const { response } = question;
    if (!response) return question.say(this.dataset.nothing || "");
    this.round.set(question, response);
    question.show(response, true);
    // What it says stands above it, and the next step has the focus.
    reveal(question.button, "nearest");
    this.update();
    this.save();
    const choices = question.inputs.map((input) => (
      { row: rowAround(input), value: input.value, checked: input.checked, right: question.fits(input) }
    ));
    this.tell("progress", { item: question.id, right: question.isRight(response), choices });
    if (!this.open.length) this.tell("result");
  }

  /** Tells the page, with all that a listener needs. @param {string} what @param {object} [account] of the answer */
  tell(what, account) {
    const detail = { form: this.name, ...account, ...this.standing };
    this.dispatchEvent(new CustomEvent(`right-ask:${what}`, { bubbles: true, detail }));
  }

  /** @param {Question} question */
  next(question) {
    const { inRound, open } = this;
    const target = [...inRound.slice(inRound.indexOf(question)), ...inRound].find((one) => open.includes(one));
    if (target) goTo(target.heading);
    else this.finish();
  }

  get round() {
    return /** @type {Round} */ (this.rounds[this.rounds.length - 1]);
  }

  /** The questions of this round, in order. */
  get inRound() {
    return this.questions;
  }

  get open() {
    return this.inRound.filter((one) => !this.round.get(one));
  }

  /** @param {Question} question */
  answerTo(question) {
    return this.round.get(question);
  }

  showAll() {
    for (const question of this.questions) question.show(this.answerTo(question));
    const { dropped } = this;
    const stale = part(this, "stale");
    fill(stale, { dropped });
    stale.hidden = !dropped;
    this.update();
  }

  /** What was answered stays chosen, whatever became of the fields. */
  showAgain() {
    for (const question of this.questions) question.choose(this.answerTo(question));
  }

  /** Lists what to read again after answers that were not right. @param {HTMLElement} list @param {Answer[]} answers */
  listTruths(list, answers) {
    const truths = answers.flatMap(({ question, response }) => question.truths(response));
    // Several answers may rest on one statement.
    const distinct = new Map(truths.map((truth) => [truth.textContent, truth]));
    list.replaceChildren(...[...distinct.values()].map((truth) => {
      const line = document.createElement("li");
      line.append(truth.cloneNode(true));
      return line;
    }));
  }

  label() {
    const { check, next, end } = this.dataset;
    const after = this.left ? next : end;
    for (const question of this.questions) question.button.textContent = (this.answerTo(question) ? after : check) || "";
  }

  /** Our pairs in an address: from our `form` to the next. @param {Pair[]} pairs */
  own(pairs) {
    let owner = "";
    return pairs.filter(({ key, value }) => {
      if (key === "form") [owner = ""] = idsIn(value);
      return owner === this.name;
    });
  }

  /** Our pairs as they stand in an address. */
  get written() {
    const rounds = this.rounds.map((round, index) => `${this.keyOf(index)}=${[...round].map(entry).join(",")}`);
    return this.rounds.some((round) => [...round.values()].some(Boolean)) ? [`form=${this.name}`, ...rounds] : [];
  }

  /** Puts our pairs in place of those of ours that stand there. @param {Pair[]} pairs */
  write(pairs) {
    const own = this.own(pairs);
    pairs.splice(own[0] ? pairs.indexOf(own[0]) : pairs.length, own.length, ...this.written.map(toPair), ...own.filter((pair) => !KEYS.includes(pair.key)));
  }

  save() {
    const pairs = readAddress();
    // All of them, for a plain anchor may have taken the place of what the others had written.
    for (const one of elements) one.write(pairs);
    writeAddress(pairs);
  }

  /** Takes over what the address says of us; one that does not name us (a plain anchor) changes nothing. */
  restore() {
    const own = this.own(readAddress());
    if (own[0]) this.takeOver(own);
    return !!own[0];
  }

  /** The answers of one pair; one by one, those are dropped whose question or answer is no more. @param {string} value */
  parse(value) {
    return answersIn(value).flatMap(([token, response = ""]) => {
      const question = this.questions.find((one) => one.token === token);
      if (question && (!response || question.knows(response))) return [{ question, response }];
      this.dropped += 1;
      return [];
    });
  }

  // What an element adds of its own.

  begin() {
    this.restore();
  }

  update() {
    this.label();
  }

  /** Whether a question comes after this one. */
  get left() {
    return !!this.open.length;
  }

  /** After the last question of a round. */
  finish() {}

  /** How far somebody has come. */
  get standing() {
    return {};
  }

  /** @param {string | undefined} _name a button besides those of the questions */
  pressed(_name) {}

  /** The key of a round in the address. @param {number} _index */
  keyOf(_index) {
    return "round";
  }

  /** @param {Pair[]} _own what the address says of us */
  takeOver(_own) {}
}

/** @type {Set<Asking>} */
const elements = new Set();
