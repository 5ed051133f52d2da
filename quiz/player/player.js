// Marks a form that is complete HTML without it (form.html.j2). Every word comes from that HTML.
"use strict";
{
  // {% include "shared/address.js" %}
  // {% include "shared/question.js" %}

  /** @typedef {Map<Question, string>} Round the option checked for each question */

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
      this.questions = all(this, "[data-item]").map(toQuestion);
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
      const option = question.response;
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
      const truths = missed.flatMap((one) => one.truths(this.rounds[0]?.get(one)));
      // Rows of several grids may rest on one statement.
      const distinct = new Map(truths.map((truth) => [truth.textContent, truth]));
      part(summary, "statements").replaceChildren(...[...distinct.values()].map((truth) => {
        const line = document.createElement("li");
        line.append(truth.cloneNode(true));
        return line;
      }));
      summary.hidden = !this.summarized;
      part(this, "note").hidden = !retried || this.summarized;
      part(summary, "kept").hidden = !retried;
      part(summary, "missed").hidden = !missed.length;
      part(summary, "retry").hidden = !this.missed(this.rounds).length;
    }

    /** How much was right on the first try. @param {Question[]} questions */
    count(questions) {
      const outcomes = questions.flatMap((one) => one.outcomes(this.rounds[0]?.get(one)));
      return { right: outcomes.filter((one) => one.right).length, total: outcomes.length };
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
        if (question?.knows(option)) this.round.set(question, option);
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
