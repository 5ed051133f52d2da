// Marks a form that is complete HTML without it (form.html.j2). Every word comes from that HTML.
"use strict";
{
  /**
   * rounds[0] is the first try (`done` in the address) and decides the score; each later round (`again`) asks what is
   * still missed.
   */
  class RightAskForm extends Asking {
    constructor() {
      super();
      this.summarized = false;
    }

    begin() {
      this.summary = find(this, "summary");
      super.begin();
    }

    /** @param {string | undefined} name */
    pressed(name) {
      if (name === "retry") this.retry();
      else if (name === "restart") this.restart();
    }

    /** @param {Question} question @param {string} option */
    answered(question, option) {
      this.tell("progress", { item: question.id, option, right: question.isRight(option) });
      if (!this.open.length) this.tell("result");
    }

    finish() {
      if (this.summary) this.summarize();
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
      this.dropped = 0;
      this.showAll();
      this.save();
    }

    /** The questions of this round: all, or those that were not right before it. */
    get asked() {
      return this.rounds.length > 1 ? this.missed(this.rounds.slice(0, -1)) : this.questions;
    }

    /** @param {Round[]} rounds */
    missed(rounds) {
      return this.questions.filter((one) => !one.isRight(latest(rounds, one)));
    }

    /** @param {Question} question */
    answerTo(question) {
      return latest(this.asked.includes(question) ? [this.round] : this.rounds, question);
    }

    update() {
      const { asked, open } = this;
      for (const question of this.questions) question.article.hidden = !this.summarized && !asked.includes(question);
      this.label();
      const progress = find(this, "progress");
      if (progress) fill(progress, { answered: asked.length - open.length, total: asked.length });
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
      this.listTruths(part(summary, "statements"), missed.map((one) => ({ question: one, response: this.rounds[0]?.get(one) || "" })));
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

    /** @param {number} index */
    keyOf(index) {
      return index ? "again" : "done";
    }

    /** @param {Pair[]} own */
    takeOver(own) {
      this.rounds = [new Map()];
      this.dropped = 0;
      for (const { key, value } of own) {
        if (key === "again" && !this.open.length) this.rounds.push(new Map());
        else if (key !== "done") continue;
        const { asked } = this;
        for (const { question, response } of this.parse(value)) {
          if (response && asked.includes(question)) this.round.set(question, response);
        }
      }
      this.summarized = !this.open.length;
    }
  }

  /** @param {Round[]} rounds @param {Question} question */
  const latest = (rounds, question) => rounds.map((round) => round.get(question)).filter(Boolean).pop();

  // A page and its host may both bring this script.
  if (!customElements.get("right-ask-form")) customElements.define("right-ask-form", RightAskForm);
}
