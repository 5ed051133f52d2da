// Marks a form that is complete HTML without it (form.html.j2). Every word comes from that HTML.
"use strict";
{
  // {% include "shared/address.js" %}

  /** @typedef {Map<Question, string>} Round the option checked for each question */

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

    get chosen() {
      return this.inputs.find((input) => input.checked)?.value;
    }

    /** @param {string | undefined} option */
    isRight(option) {
      return !!this.reasons.get(option)?.hasAttribute("data-right");
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

  /**
   * rounds[0] is the first try and decides the score; each later round asks what is still missed. In the address:
   * #form=<id>&done=<token>.<option>,…&again=…, with one `again` a round. Pairs after a `form` belong to it, so
   * that several forms can share one address.
   */
  class RightAskForm extends HTMLElement {
    constructor() {
      super();
      /** @type {Question[]} */
      this.questions = [];
      /** @type {Round[]} */
      this.rounds = [new Map()];
      this.summarized = false;
    }

    connectedCallback() {
      this.name = this.getAttribute("form");
      this.summary = find(this, "summary");
      this.questions = all(this, "[data-item]").map((article) => new Question(article));
      forms.add(this);
      this.addEventListener("click", this);
      this.addEventListener("keydown", this);
      addEventListener("hashchange", this);
      this.restore();
      this.showAll();
    }

    disconnectedCallback() {
      forms.delete(this);
      this.removeEventListener("click", this);
      this.removeEventListener("keydown", this);
      removeEventListener("hashchange", this);
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event instanceof KeyboardEvent) this.keepEnterQuiet(event);
      else if (event instanceof MouseEvent) this.press(event);
      else if (this.restore()) this.showAll();
    }

    /** @param {KeyboardEvent} event */
    keepEnterQuiet(event) {
      // A host may have put us into a <form> of its own, which Enter on a radio submits; and Enter held down on
      // Check would run past the explanation.
      if (event.key === "Enter" && (event.repeat || event.target instanceof HTMLInputElement)) event.preventDefault();
    }

    /** @param {MouseEvent} event */
    press(event) {
      const button = /** @type {Element} */ (event.target).closest("button");
      const question = this.questions.find((one) => one.button === button);
      // So would the second half of a double click.
      if (event.detail > 1) event.preventDefault();
      else if (question) this.answerTo(question) ? this.next(question) : this.check(question);
      else if (button?.dataset.part === "retry") this.retry();
      else if (button?.dataset.part === "restart") this.restart();
    }

    /** @param {Question} question */
    check(question) {
      const option = question.chosen;
      if (!option) {
        question.say(this.dataset.nothing || "");
        return;
      }
      this.round.set(question, option);
      question.show(option, true);
      reveal(question.status, "nearest");
      this.update();
      save();
      this.tell("progress", { item: question.id, option, right: question.isRight(option) });
      if (!this.open.length) this.tell("result");
    }

    /** @param {Question} question */
    next(question) {
      const place = this.questions.indexOf(question);
      const target = this.open.find((one) => this.questions.indexOf(one) > place) || this.open[0];
      if (target) goTo(target.heading);
      else if (this.summary) this.summarize();
      else this.restart();
    }

    summarize() {
      this.summarized = true;
      this.update();
      goTo(part(this, "title"));
    }

    retry() {
      this.start([...this.rounds, new Map()]);
      goTo(part(this, "note"));
    }

    restart() {
      this.start([new Map()]);
      goTo(part(this, "number"));
    }

    /** @param {Round[]} rounds */
    start(rounds) {
      this.rounds = rounds;
      this.summarized = false;
      this.showAll();
      save();
    }

    get round() {
      return /** @type {Round} */ (this.rounds[this.rounds.length - 1]);
    }

    /** The questions of this round: all, or those that were not right before it. */
    get asked() {
      return this.rounds.length > 1 ? this.missed(this.rounds.slice(0, -1)) : this.questions;
    }

    get open() {
      return this.asked.filter((one) => !this.round.has(one));
    }

    /** @param {Round[]} rounds */
    missed(rounds) {
      return this.questions.filter((one) => !one.isRight(latest(rounds, one)));
    }

    /** @param {Question} question */
    answerTo(question) {
      return latest(this.asked.includes(question) ? [this.round] : this.rounds, question);
    }

    showAll() {
      for (const question of this.questions) question.show(this.answerTo(question));
      this.update();
    }

    update() {
      const { asked, open } = this;
      const { check = "", next = "", end = "" } = this.dataset;
      for (const question of this.questions) {
        question.article.hidden = !this.summarized && !asked.includes(question);
        question.button.textContent = !this.answerTo(question) ? check : open.length ? next : end;
      }
      const progress = find(this, "progress");
      if (progress) {
        fill(progress, { answered: asked.length - open.length, total: asked.length });
        progress.hidden = false;
      }
      if (this.summary) this.updateSummary(this.summary);
    }

    /** @param {HTMLElement} summary */
    updateSummary(summary) {
      const retried = this.rounds.length > 1;
      const missed = this.missed(this.rounds.slice(0, 1));
      for (const name of ["note", "score"]) fill(part(this, name), this.count(this.questions));
      for (const topic of all(summary, "[data-topic]")) {
        fill(topic, this.count(this.questions.filter((one) => one.group === topic.dataset.topic)));
      }
      part(summary, "statements").replaceChildren(...missed.map((one) => {
        const line = document.createElement("li");
        line.append(one.statement.cloneNode(true));
        return line;
      }));
      summary.hidden = !this.summarized;
      part(this, "note").hidden = !retried || this.summarized;
      part(summary, "kept").hidden = !retried;
      part(summary, "missed").hidden = !missed.length;
      part(summary, "retry").hidden = !this.missed(this.rounds).length;
    }

    /** How many were right on the first try. @param {Question[]} questions */
    count(questions) {
      const right = questions.filter((one) => one.isRight(this.rounds[0]?.get(one))).length;
      return { right, total: questions.length };
    }

    /** @param {string} what @param {object} [more] */
    tell(what, more) {
      const { right, total } = this.count(this.questions);
      const first = this.rounds.length < 2;
      const answered = this.rounds[0]?.size;
      this.dispatchEvent(new CustomEvent(`right-ask:${what}`, {
        bubbles: true,
        detail: { form: this.name, first, score: right, answered, total, ...more },
      }));
    }

    /**
     * Where our pairs stand in the address: from our `form` to the next.
     * @param {Pair[]} pairs @returns {[number, number]}
     */
    place(pairs) {
      const start = pairs.findIndex((pair) => pair.key === "form" && pair.value === this.name);
      if (start < 0) return [pairs.length, pairs.length];
      const end = pairs.findIndex((pair, index) => index > start && pair.key === "form");
      return [start, end < 0 ? pairs.length : end];
    }

    /** Puts our pairs in place of those of ours that stand there. @param {Pair[]} pairs */
    write(pairs) {
      const [start, end] = this.place(pairs);
      const foreign = pairs.slice(start, end).filter((pair) => !["form", "done", "again"].includes(pair.key));
      const rounds = this.rounds.map((round, index) => `${index ? "again" : "done"}=${written(round)}`);
      const own = this.rounds[0]?.size ? [`form=${this.name}`, ...rounds] : [];
      pairs.splice(start, end - start, ...own.map(toPair), ...foreign);
    }

    /** Takes over what the address says of this form; an address that does not name it (a plain anchor) changes nothing. */
    restore() {
      const pairs = readAddress();
      const own = pairs.slice(...this.place(pairs));
      if (!own.length) return false;
      this.rounds = [new Map()];
      for (const { key, value } of own) {
        if (key === "again" && !this.open.length) this.rounds.push(new Map());
        else if (key !== "done") continue;
        this.replay(value);
      }
      this.summarized = !this.open.length;
      return true;
    }

    /** Drops, one by one, entries whose question or option is no more. @param {string} value */
    replay(value) {
      for (const entry of value.split(",")) {
        const [token, option = ""] = entry.split(".");
        const question = this.asked.find((one) => one.token === token);
        if (question?.reasons.has(option)) this.round.set(question, option);
      }
    }
  }

  /** @type {Set<RightAskForm>} */
  const forms = new Set();

  const save = () => {
    const pairs = readAddress();
    // All of them, for a plain anchor may have taken the place of what the others had written.
    forms.forEach((form) => form.write(pairs));
    writeAddress(pairs);
  };

  /** @param {Round[]} rounds @param {Question} question */
  const latest = (rounds, question) => rounds.map((round) => round.get(question)).filter(Boolean).pop();

  /** @param {Round} round */
  const written = (round) => [...round].map(([question, option]) => `${question.token}.${option}`).join(",");

  // A page and its host may both bring this script.
  if (!customElements.get("right-ask-form")) customElements.define("right-ask-form", RightAskForm);
}
