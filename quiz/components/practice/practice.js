// Asks the whole bank in rounds, and brings back what was missed (practice.html.j2). Every word comes from that HTML.
"use strict";
{
  const SIZE = 8;
  // So many of a round may come back from earlier ones while there is anything new.
  const MOST_MISSED = 4;
  const MOST_BEGUN = 2;
  const LEARNED = 2;

  /** @template T @param {T[]} list in a random order; each stays where the address has it */
  const shuffled = (list) => list.map((one) => ({ one, at: Math.random() })).sort((a, b) => a.at - b.at).map(({ one }) => one);

  /** @param {Question} question @param {"also" | "names"} name */
  const listed = (question, name) => (question.article.parentElement?.dataset[name] || "").split(" ").filter(Boolean);

  /** The statements a question is about, those first that a wrong answer is held against. @param {Question} question */
  const about = (question) => [...question.outcomes(undefined).map((one) => one.statement), ...listed(question, "also")];

  /** What one round shows of its statements: known, unless one was missed. @param {Round} round */
  const shown = (round) => {
    /** @type {Map<string, boolean>} */
    const found = new Map();
    for (const [question, response] of round) {
      const outcomes = response ? question.outcomes(response) : [];
      // A wrong answer tells nothing of what else the question is about.
      const sound = !!response && question.isRight(response);
      const also = sound ? listed(question, "also").map((statement) => ({ statement, right: true })) : [];
      for (const { statement, right } of [...outcomes, ...also]) found.set(statement, right && found.get(statement) !== false);
    }
    return found;
  };

  /** What the rounds tell of one statement: in how many it was right since it was last missed. */
  class Memory {
    constructor() {
      this.right = 0;
      this.last = -1;
    }

    /** @param {boolean} right @param {number} round */
    note(right, round) {
      this.right = right ? this.right + 1 : 0;
      this.last = round;
    }

    get missed() {
      return !this.right;
    }

    get learned() {
      return this.right >= LEARNED;
    }
  }

  class RightAskPractice extends Asking {
    constructor() {
      super();
      this.finished = false;
      this.saving = false;
    }

    /** What is saved may have been changed elsewhere too, while this page was away. */
    showAgain() {
      super.showAgain();
      if (readKept(this.store) !== this.written.join("&")) this.stopSaving(null);
    }

    get store() {
      return `right-ask:${this.name}`;
    }

    begin() {
      const kept = readKept(this.store);
      if (!this.restore() && kept) this.takeOver(kept.split("&").map(toPair));
      // Whoever opens another person's address keeps what they saved themselves.
      this.saving = kept !== null && kept === this.written.join("&");
      if (!this.round.size) this.deal();
      addEventListener("storage", this);
    }

    disconnectedCallback() {
      super.disconnectedCallback();
      removeEventListener("storage", this);
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event instanceof StorageEvent) this.stopSaving(event.key);
      else super.handleEvent(event);
    }

    /** Another window changed what is saved: it is not written over unasked. @param {string | null} key null where all of it went */
    stopSaving(key) {
      if (!this.saving || key !== null && key !== this.store) return;
      this.saving = false;
      this.update();
      const told = part(this, "saved");
      told.textContent = told.dataset.elsewhere || "";
    }

    /** @param {Pair[]} own */
    takeOver(own) {
      this.dropped = 0;
      this.rounds = own.filter(({ key }) => key === "round").map(({ value }) => (
        new Map(this.parse(value).map(({ question, response }) => [question, response]))
      )).filter((round) => round.size);
      if (!this.rounds.length) this.rounds.push(new Map());
      this.finished = !this.open.length && !!this.round.size;
      if (!this.round.size) this.deal();
    }

    get asked() {
      return [...this.round.keys()];
    }

    /** @param {string | undefined} name */
    pressed(name) {
      if (name === "more") this.goOn([...this.rounds, new Map()]);
      else if (name === "restart") this.forget();
      else if (name === "save") this.setSaving(true);
      else if (name === "clear") this.setSaving(false);
    }

    /** @param {Round[]} rounds the last one still empty */
    goOn(rounds) {
      this.rounds = rounds;
      this.dropped = 0;
      this.finished = false;
      this.deal();
      this.showAll();
      this.save();
      find(this, "over")?.removeAttribute("open");
      if (this.asked[0]) goTo(this.asked[0].heading);
    }

    forget() {
      keep(this.store, null);
      this.saving = false;
      this.goOn([new Map()]);
    }

    finish() {
      this.finished = true;
      this.update();
      goTo(part(this, "title"));
    }

    /** What is known of each statement that was asked. */
    get memories() {
      /** @type {Map<string, Memory>} */
      const memories = new Map();
      this.rounds.forEach((round, index) => shown(round).forEach((right, statement) => {
        const memory = memories.get(statement) || new Memory();
        memory.note(right, index);
        memories.set(statement, memory);
      }));
      return memories;
    }

    /** Fills the round: first what was missed, the latest before all, so that its other questions are still free; then what was right once, then what is new, in turns by topic. */
    deal() {
      const { memories } = this;
      const old = [...memories].sort(([, one], [, other]) => one.last - other.last);
      const names = (/** @type {(memory: Memory) => boolean} */ fits) => old.filter(([, memory]) => fits(memory)).map(([name]) => name);
      const wrong = shuffled(old.filter(([, memory]) => memory.missed));
      const missed = wrong.sort(([, one], [, other]) => other.last - one.last).map(([name]) => name);
      const begun = names((memory) => !memory.missed && !memory.learned);
      const fresh = this.questions.filter((one) => !this.previous.has(one));
      this.take(missed, MOST_MISSED, this.questions);
      this.take(begun, MOST_BEGUN, fresh);
      this.take(this.unasked(memories), SIZE, fresh);
      this.take([...missed, ...begun, ...names((memory) => memory.learned)], SIZE, this.questions);
      this.rounds[this.rounds.length - 1] = new Map(shuffled(this.asked).map((question) => [question, ""]));
    }

    get previous() {
      return this.rounds[this.rounds.length - 2] || new Map();
    }

    /** Statements that no answer told anything of, topics by turns. @param {Map<string, Memory>} memories */
    unasked(memories) {
      const topics = this.topics.map(({ statements }) => shuffled(statements.filter((name) => !memories.has(name))));
      const longest = Math.max(...topics.map((topic) => topic.length));
      const turns = [...Array(longest).keys()].flatMap((turn) => shuffled(topics).map((topic) => topic[turn]));
      return turns.flatMap((name) => name || []);
    }

    /**
     * Adds to the round a question for each statement, at most so many.
     * @param {string[]} statements @param {number} most @param {Question[]} questions
     */
    take(statements, most, questions) {
      const end = Math.min(SIZE, this.round.size + most);
      for (const statement of statements) {
        const question = this.round.size < end && this.best(statement, questions);
        if (question) this.round.set(question, "");
      }
    }

    /**
     * The question to ask on a statement: rather one that was not in the last round than one that was right there, and
     * that rather than one that was missed there; then the one asked least, then longest ago. None where the round has
     * its statement or names.
     * @param {string} statement @param {Question[]} questions
     */
    best(statement, questions) {
      const { asked } = this;
      const taken = new Set(asked.flatMap((one) => [...about(one).slice(0, 1), ...listed(one, "names")]));
      const free = questions.filter((one) => (
        about(one).includes(statement)
        && ![about(one)[0] || "", statement, ...listed(one, "names")].some((name) => taken.has(name))
      ));
      const times = (/** @type {Question} */ one) => this.rounds.filter((round) => round.has(one)).length;
      const last = (/** @type {Question} */ one) => this.rounds.map((round) => round.has(one)).lastIndexOf(true);
      const main = (/** @type {Question} */ one) => Number(about(one)[0] !== statement);
      const { previous } = this;
      const rank = (/** @type {Question} */ one) => previous.has(one) ? 2 - Number(one.isRight(previous.get(one))) : 0;
      return shuffled(free).sort((a, b) => rank(a) - rank(b) || times(a) - times(b) || last(a) - last(b) || main(a) - main(b))[0];
    }

    get topics() {
      return all(this, "[data-statements]").map((element) => ({
        element,
        statements: (element.dataset.statements || "").split(" "),
      }));
    }

    save() {
      super.save();
      if (this.saving) this.saving = keep(this.store, this.written.join("&"));
    }

    /** @param {boolean} saving */
    setSaving(saving) {
      const done = keep(this.store, saving ? this.written.join("&") : null);
      this.saving = saving && done;
      this.update();
      const told = part(this, "saved");
      told.textContent = (!done ? told.dataset.failed : saving ? told.dataset.done : told.dataset.cleared) || "";
      part(this, saving && done ? "clear" : "save").focus();
    }

    showAll() {
      const place = part(this, "round");
      part(this, "all").append(...all(place, "[data-names]"));
      // In the order of the round, so that Tab and a reader go the same way.
      place.append(...this.asked.flatMap((question) => question.article.parentElement || []));
      const pattern = this.dataset.number || "";
      this.asked.forEach((question, index) => {
        question.heading.textContent = filled(pattern, { number: index + 1, total: this.asked.length });
      });
      super.showAll();
      // Nothing went wrong so far: the list of all of them may go.
      part(this, "all").hidden = true;
      part(this, "with-script").hidden = false;
    }

    update() {
      this.label();
      const { asked, open } = this;
      fill(part(this, "heading"), { round: this.rounds.length });
      fill(part(this, "progress"), { answered: asked.length - open.length, total: asked.length });
      this.showSummary();
      this.showTopics();
      part(this, "save").hidden = this.saving;
      part(this, "clear").hidden = readKept(this.store) === null;
    }

    showSummary() {
      const summary = part(this, "summary");
      const missed = this.asked.filter((one) => !one.isRight(this.round.get(one)));
      summary.hidden = !this.finished;
      const right = this.asked.length - missed.length;
      fill(part(summary, "title"), { round: this.rounds.length, right, total: this.asked.length });
      part(summary, "missed").hidden = !missed.length;
      this.listTruths(part(summary, "statements"), missed.map((one) => ({ question: one, response: this.round.get(one) || "" })));
    }

    showTopics() {
      const { memories } = this;
      let left = 0;
      for (const { element, statements } of this.topics) {
        const states = statements.map((name) => {
          const memory = memories.get(name);
          return memory?.learned ? "learned" : memory ? "begun" : "new";
        }).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
        const count = (/** @type {string} */ state) => states.filter((one) => one === state).length;
        left += statements.length - count("learned");
        fill(part(element, "count"), { learned: count("learned"), begun: count("begun"), total: statements.length });
        part(element, "picture").replaceChildren(...states.map((state) => {
          const dot = document.createElement("span");
          dot.className = `ra-dot ra-dot--${state}`;
          return dot;
        }));
      }
      part(this, "learned").hidden = left > 0;
    }
  }

  const ORDER = ["learned", "begun", "new"];

  if (!customElements.get("right-ask-practice")) customElements.define("right-ask-practice", RightAskPractice);
}
