// Asks in sets of eight, and brings back what was missed (practice.html.j2). Every word comes from that HTML.
"use strict";
{
  /** Days since 1970 where this person lives: a night between two answers counts, and 24 hours do not. A clock without a battery begins there. */
  const today = () => {
    const now = new Date();
    return Math.max(0, Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 864e5));
  };

  /** @param {Question} question @param {"also" | "names" | "pair"} name */
  const listed = (question, name) => (question.article.parentElement?.dataset[name] || "").split(" ").filter(Boolean);

  /** Behind an answer that somebody was sure of, in the address. */
  const SURE = "!";

  class RightAskPractice extends Asking {
    constructor() {
      super();
      this.finished = false;
      this.saving = false;
      /** @type {WeakMap<Round, number>} when each set was answered; 0 where the address does not say */
      this.days = new WeakMap();
      /** @type {WeakMap<Round, Set<Question>>} what somebody was sure of, by set */
      this.doubtless = new WeakMap();
      /** Whether all that stands here is from another day. */
      this.back = false;
      /** @type {Stepping | undefined} */
      this.stepping = undefined;
    }

    /** What is saved may have been changed elsewhere too, while this page was away. */
    showAgain() {
      super.showAgain();
      if (readKept(this.store) !== this.kept) this.stopSaving("elsewhere");
    }

    get store() {
      return `right-ask:${this.name}`;
    }

    /** What is saved: the answers, and how far they lead, for pages that know no questions. */
    get kept() {
      const memories = [...this.memories.values()];
      const sure = memories.filter((memory) => memory.sure).length;
      return [...this.written, `far=${memories.length}.${sure}.${this.tracked.size}`].join("&");
    }

    begin() {
      this.stepping = new Stepping(part(this, "set"));
      this.cards = new Map(this.questions.map((question) => [question, this.card(question)]));
      const kept = readKept(this.store);
      if (kept) this.takeOver(kept.split("&").map(toPair));
      const [saved, lost] = [`${this.written}`, this.dropped];
      this.restore();
      // Whoever opens another person's address keeps what they saved themselves, and so does who has answers of another guide here.
      this.saving = kept !== null && !lost && saved === `${this.written}`;
      if (kept !== null && !this.saving) this.say("stopped", "elsewhere");
      this.turn();
      this.saveAgain();
      if (!this.round.size) this.deal();
      addEventListener("storage", this);
    }

    disconnectedCallback() {
      super.disconnectedCallback();
      removeEventListener("storage", this);
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (!(event instanceof StorageEvent)) super.handleEvent(event);
      // Without a key, all of it went.
      else if ([null, this.store].includes(event.key)) this.stopSaving("elsewhere");
    }

    /** Another window changed what is saved, which is not written over unasked, or the browser refuses. @param {string} why */
    stopSaving(why) {
      if (!this.saving) return;
      this.saving = false;
      this.showSaving();
      this.say("stopped", why);
      reveal(part(this, "stopped"), "nearest");
    }

    saveAgain() {
      if (this.saving && !keep(this.store, this.kept)) this.stopSaving("failed");
    }

    /** What became of saving: where it was asked for, or, where it stopped unasked, beside the question. @param {string} place @param {string} [what] */
    say(place, what = "") {
      for (const name of ["saved", "stopped"]) part(this, name).textContent = name === place && part(this, "saved").dataset[what] || "";
    }

    showSaving() {
      part(this, "save").hidden = this.saving;
      part(this, "clear").hidden = readKept(this.store) === null;
    }

    /** @param {Pair[]} own */
    takeOver(own) {
      this.dropped = 0;
      this.rounds = own.filter(({ key }) => key === "round").map(({ value }) => this.read(value)).filter((round) => round.size);
      if (!this.rounds.length) this.rounds.push(new Map());
      this.finished = !this.open.length && !!this.round.size;
      if (!this.round.size) this.deal();
    }

    /** A set as the address has it: its day, and then its answers. @param {string} value */
    read(value) {
      const [, day = "", answers = ""] = /^(?:(\d+)~)?(.*)$/s.exec(value) || [];
      const sure = new Set(answers.split(",").filter((text) => text.includes(SURE)).map((text) => text.split(".")[0]));
      const parsed = this.parse(answers);
      const round = new Map(parsed.map(({ question, response }) => [question, response]));
      this.days.set(round, Number(day));
      this.doubtless.set(round, new Set([...round.keys()].filter((question) => sure.has(question.token))));
      return round;
    }

    get written() {
      if (!this.rounds.some((round) => [...round.values()].some(Boolean))) return [];
      return [`form=${this.name}`, ...this.rounds.map((round) => {
        const sure = this.doubtless.get(round);
        const answers = [...round].map((answer) => entry(answer) + (sure?.has(answer[0]) ? SURE : ""));
        return `round=${this.days.get(round) || 0}~${answers.join(",")}`;
      })];
    }

    /** On another day a set begins anew: what was left open then is asked again when its turn comes. */
    turn() {
      const answered = this.rounds.some((round) => [...round.values()].some(Boolean));
      if (!answered || this.days.get(this.round) === today()) return;
      for (const [question, response] of this.round) if (!response) this.round.delete(question);
      if (this.round.size) this.rounds.push(new Map());
      this.back = true;
      this.finished = false;
      this.deal();
    }

    get inRound() {
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
      this.back = false;
      this.dropped = 0;
      this.finished = false;
      this.deal();
      this.showAll();
      this.save();
      find(this, "over")?.removeAttribute("open");
      if (this.inRound[0]) goTo(this.inRound[0].heading);
    }

    forget() {
      const gone = readKept(this.store) === null || keep(this.store, null);
      this.saving = false;
      this.goOn([new Map()]);
      this.say("stopped", gone ? "" : "failed");
    }

    finish() {
      this.finished = true;
      this.update();
      goTo(part(this, "title"));
    }

    /** @param {Question} question @returns {Card} */
    card(question) {
      const main = question.outcomes(undefined).map((one) => one.statement);
      const points = new Set([...main, ...listed(question, "also")].filter((point) => this.tracked.has(point)));
      const pair = listed(question, "pair").join("");
      return { id: question.id, pair, main: main[0] || "", points: [...points], names: listed(question, "names"), topic: question.group };
    }

    /** The points that practice keeps track of. */
    get tracked() {
      return new Set(this.topics.flatMap(({ statements }) => statements));
    }

    /** What the sets before this one have shown. @param {Round[]} rounds @returns {Past[]} */
    past(rounds) {
      const { tracked } = this;
      const cardsOf = (/** @type {Question[]} */ questions) => questions.flatMap((one) => this.cards?.get(one) || []);
      return rounds.map((round) => {
        /** @type {Map<string, boolean>} */
        const shown = new Map();
        /** @type {Set<string>} */
        const doubtless = new Set();
        for (const [question, response] of round) {
          const outcomes = response ? question.outcomes(response) : [];
          // A wrong answer tells nothing of what else the question is about.
          const sound = !!response && question.isRight(response);
          const also = sound ? listed(question, "also").map((statement) => ({ statement, right: true })) : [];
          for (const { statement, right } of [...outcomes, ...also].filter((one) => tracked.has(one.statement))) {
            shown.set(statement, right && shown.get(statement) !== false);
            if (!right && this.doubtless.get(round)?.has(question)) doubtless.add(statement);
          }
        }
        const wrong = [...round].filter(([question, response]) => response && !question.isRight(response)).map(([question]) => question);
        return { day: this.days.get(round) || 0, cards: cardsOf([...round.keys()]), wrong: cardsOf(wrong), shown, doubtless };
      });
    }

    get memories() {
      return recall(this.past(this.rounds));
    }

    deal() {
      const cards = [...this.cards?.values() || []];
      const chosen = nextSet(cards, this.past(this.rounds.slice(0, -1)), today(), Math.random);
      const questions = chosen.flatMap((card) => this.questions.find((one) => this.cards?.get(one) === card) || []);
      const round = new Map(questions.map((question) => [question, ""]));
      this.rounds[this.rounds.length - 1] = round;
      this.days.set(round, today());
      this.doubtless.set(round, new Set());
    }

    get topics() {
      return all(this, "[data-statements]").map((element) => ({
        element,
        statements: (element.dataset.statements || "").split(" "),
      }));
    }

    save() {
      super.save();
      this.saveAgain();
    }

    /** @param {boolean} saving */
    setSaving(saving) {
      const done = keep(this.store, saving ? this.kept : null);
      this.saving = saving && done;
      this.showSaving();
      this.say("saved", !done ? "failed" : saving ? "done" : "cleared");
      part(this, saving && done ? "clear" : "save").focus();
    }

    showAll() {
      const place = part(this, "round");
      part(this, "all").append(...all(place, "[data-names]"));
      // In the order of the round, so that Tab and a reader go the same way.
      place.append(...this.inRound.flatMap((question) => question.article.parentElement || []));
      this.inRound.forEach((question, index) => {
        const again = index > 0 && this.cards?.get(question)?.pair === this.inRound[index - 1]?.id;
        const pattern = (again ? this.dataset.again : this.dataset.number) || "";
        question.heading.toggleAttribute("data-again", again);
        question.heading.textContent = filled(pattern, { number: index + 1, total: this.inRound.length });
      });
      this.askHowSure();
      super.showAll();
      // Nothing went wrong so far: the list of all of them may go.
      part(this, "all").hidden = true;
      part(this, "with-script").hidden = false;
    }

    /** Puts the choice of how sure one is before each question that is still to be answered. */
    askHowSure() {
      const { content } = /** @type {HTMLTemplateElement} */ (part(this, "how-sure"));
      for (const { article, status, token } of this.inRound) {
        if (find(article, "sureness")) continue;
        const choice = /** @type {DocumentFragment} */ (content.cloneNode(true));
        for (const input of choice.querySelectorAll("input")) input.name = `sure-${token}`;
        status.before(choice);
      }
    }

    /** @param {Question} question */
    check(question) {
      super.check(question);
      const { article, token } = question;
      const said = article.querySelector(`[name=sure-${token}]:checked`);
      if (!this.answerTo(question) || !(said instanceof HTMLInputElement) || !said.value) return;
      this.doubtless.get(this.round)?.add(question);
      this.save();
    }

    update() {
      this.label();
      const { inRound } = this;
      part(this, "welcome").hidden = !this.back;
      for (const question of inRound) {
        const sureness = /** @type {HTMLFieldSetElement | null} */ (find(question.article, "sureness"));
        if (sureness) sureness.hidden = sureness.disabled = !!this.answerTo(question);
      }
      fill(part(this, "heading"), { round: this.rounds.length });
      this.showSummary();
      this.showTopics();
      this.showSaving();
      this.stepping?.show();
    }

    showSummary() {
      const summary = part(this, "summary");
      const missed = this.inRound.filter((one) => !one.isRight(this.round.get(one)));
      summary.hidden = !this.finished;
      const right = this.inRound.length - missed.length;
      fill(part(summary, "title"), { round: this.rounds.length, right, total: this.inRound.length });
      part(summary, "missed").hidden = !missed.length;
      const doubtless = missed.filter((one) => this.doubtless.get(this.round)?.has(one)).length;
      part(summary, "doubtless").hidden = !doubtless;
      fill(part(summary, "doubtless"), { count: doubtless });
      const waiting = [...this.memories.values()].filter((memory) => !memory.missed && !memory.sure).length;
      part(summary, "waiting").hidden = !waiting;
      fill(part(summary, "waiting"), { count: waiting });
      this.listTruths(part(summary, "statements"), missed.map((one) => ({ question: one, response: this.round.get(one) || "" })));
    }

    showTopics() {
      const { memories } = this;
      let left = 0;
      for (const { element, statements } of this.topics) {
        const states = statements.map((name) => {
          const memory = memories.get(name);
          return memory?.sure ? "sure" : memory ? "begun" : "new";
        }).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
        const count = (/** @type {string} */ state) => states.filter((one) => one === state).length;
        left += statements.length - count("sure");
        fill(part(element, "count"), { sure: count("sure"), begun: count("begun"), total: statements.length });
        part(element, "picture").replaceChildren(...states.map((state) => {
          const dot = document.createElement("span");
          dot.className = `ra-dot ra-dot--${state}`;
          return dot;
        }));
      }
      part(this, "learned").hidden = left > 0;
    }
  }

  const ORDER = ["sure", "begun", "new"];

  if (!customElements.get("right-ask-practice")) customElements.define("right-ask-practice", RightAskPractice);
}
