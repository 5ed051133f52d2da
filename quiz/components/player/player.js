// Marks a form that is complete HTML without it (form.html.j2). Every word comes from that HTML.
"use strict";
{
  /**
   * rounds[0] is the first try (`done` in the address) and decides the score; each later round (`again`) asks what is
   * still missed. The first of these begins by itself.
   */
  class RightAskForm extends Asking {
    constructor() {
      super();
      // Given: all answers came with the address, from before, or from somebody else.
      this.summarized = this.given = false;
    }

    begin() {
      this.summary = find(this, "summary");
      // Where there is more than one question.
      if (find(this, "bar")) this.stepping = new Stepping(this);
      super.begin();
    }

    /** @param {string | undefined} name */
    pressed(name) {
      if (name === "retry") this.retry();
      else if (name === "restart") this.restart();
      else if (name === "skip") this.summarize();
    }

    get standing() {
      const { right: score, total } = this.count(this.questions);
      return { first: this.rounds.length < 2, score, answered: this.rounds[0]?.size, total };
    }

    finish() {
      if (!this.summary) this.restart();
      else if (this.goesOn) this.retry();
      else this.summarize();
    }

    /** Whether what was missed comes again before the summary. */
    get goesOn() {
      return !!this.summary && this.rounds.length < 2 && !!this.missed(this.rounds).length;
    }

    summarize() {
      // Nobody who skips all of a round has begun it; of one that was begun, the address names what was skipped.
      if (!this.round.size && this.rounds.length > 1) this.rounds.pop();
      for (const one of this.open) this.round.set(one, "");
      this.summarized = true;
      this.showAll();
      this.save();
      goTo(part(this, "title"));
    }

    retry() {
      this.start([...this.rounds, new Map()], "note");
    }

    restart() {
      this.start([new Map()], "number");
    }

    showAll() {
      super.showAll();
      // With all questions on one page the end is far below, and whoever opens a result came for it.
      if (this.summary && this.given && this.stepping?.all) reveal(this.summary, "start");
    }

    /** @param {Round[]} rounds @param {string} name where they begin */
    start(rounds, name) {
      this.rounds = rounds;
      this.summarized = this.given = false;
      this.dropped = 0;
      this.showAll();
      this.stepping?.show(this.inRound[0]?.article);
      this.save();
      goTo(part(this, name));
    }

    /** The questions of this round: all, or those that were not right before it. */
    get inRound() {
      return this.rounds.length > 1 ? this.missed(this.rounds.slice(0, -1)) : this.questions;
    }

    /** What was neither answered nor skipped. */
    get open() {
      return this.inRound.filter((one) => !this.round.has(one));
    }

    /** @param {Round[]} rounds */
    missed(rounds) {
      return this.questions.filter((one) => !one.isRight(latest(rounds, one)));
    }

    /** @param {Question} question */
    answerTo(question) {
      return latest(this.inRound.includes(question) && !this.summarized ? [this.round] : this.rounds, question);
    }

    get left() {
      return !!this.open.length || this.goesOn;
    }

    update() {
      const { questions, summarized } = this;
      const again = this.rounds.length > 1 && !summarized;
      const shown = summarized ? questions : this.inRound;
      const { number, onceMore } = this.dataset;
      for (const question of questions) question.article.hidden = !shown.includes(question);
      if (questions.length > 1) {
        shown.forEach(({ heading }, index) => {
          heading.textContent = filled(again ? onceMore : number, { number: index + 1, total: shown.length });
        });
      }
      this.toggleAttribute("data-again", again);
      this.label();
      if (this.summary) this.sumUp(this.summary);
      this.stepping?.show();
    }

    /** @param {HTMLElement} summary */
    sumUp(summary) {
      summary.hidden = !this.summarized;
      part(this, "note").hidden = !this.hasAttribute("data-again");
      part(this, "given").hidden = !this.given;
      const { questions, rounds } = this;
      const { right, total } = this.count(questions);
      const more = this.count(questions, rounds).right - right;
      const title = part(summary, "title");
      title.textContent = filled(more > 0 ? title.dataset.more : title.dataset.text, { right, total, more });
      const { known } = this;
      part(summary, "sure").hidden = !known;
      if (known) fill(part(summary, "sure"), known);
      const open = this.missed(rounds);
      const mended = this.missed(rounds.slice(0, 1)).filter((one) => !open.includes(one));
      part(summary, "retry").hidden = !open.length;
      this.showTries(summary, open, mended);
      this.listMissed(summary, [...open, ...mended]);
    }

    /** One mark a question, with its words. @param {HTMLElement} summary @param {Question[]} open @param {Question[]} mended */
    showTries(summary, open, mended) {
      const list = part(summary, "tries");
      list.replaceChildren(...this.questions.map((question, index) => {
        const state = open.includes(question) ? "open" : mended.includes(question) ? "later" : "once";
        const mark = document.createElement("li");
        mark.className = `ra-try ra-try--${state}`;
        mark.textContent = filled(list.dataset.text, { number: index + 1, how: part(summary, state).textContent || "" });
        return mark;
      }));
    }

    /** The topic with most questions of which none was missed. */
    get known() {
      const titles = new Set(this.questions.map((one) => one.group));
      const topics = [...titles].map((title) => ({ title, ...this.count(this.questions.filter((one) => one.group === title)) }));
      return topics.filter(({ right, total }) => right > 1 && right === total).sort((a, b) => b.total - a.total)[0];
    }

    /** What to read again after the first try, and only the first of it at once. @param {HTMLElement} summary @param {Question[]} missed */
    listMissed(summary, missed) {
      const list = part(summary, "statements");
      this.listTruths(list, missed.map((question) => ({ question, response: this.rounds[0]?.get(question) || "" })));
      part(summary, "missed").hidden = !list.firstChild;
      part(summary, "first").replaceChildren(list.firstChild || "");
      part(summary, "folded").hidden = !list.firstChild;
    }

    /** How much was right, on the first try where nothing else is asked. @param {Question[]} questions @param {Round[]} [rounds] */
    count(questions, rounds = this.rounds.slice(0, 1)) {
      const outcomes = questions.flatMap((one) => one.outcomes(latest(rounds, one)));
      return { right: outcomes.filter((one) => one.right).length, total: outcomes.length };
    }

    /** @param {number} index */
    keyOf(index) {
      return index ? "again" : "done";
    }

    /** @param {Pair[]} own */
    takeOver(own) {
      // Who has not begun is led to where these answers end.
      if (!this.round.size) this.stepping?.forget();
      this.rounds = [new Map()];
      this.dropped = 0;
      for (const { key, value } of own) {
        if (key === "again" && !this.open.length) this.rounds.push(new Map());
        else if (key !== "done") continue;
        for (const { question, response } of this.parse(value)) {
          if ((response || this.rounds.length > 1) && this.inRound.includes(question)) this.round.set(question, response);
        }
      }
      this.summarized = this.given = !!this.summary && !this.open.length;
    }
  }

  /** @param {Round[]} rounds @param {Question} question */
  const latest = (rounds, question) => rounds.map((round) => round.get(question)).filter(Boolean).pop();

  // A page and its host may both bring this script.
  if (!customElements.get("right-ask-form")) customElements.define("right-ask-form", RightAskForm);
}
