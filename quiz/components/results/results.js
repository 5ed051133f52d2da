// Counts what a group answered, from the addresses that people shared (results.html.j2). It sends and keeps nothing; every word comes
// from that HTML.
"use strict";
{
  /** More to say would push the counts out of sight. */
  const MOST_NOTES = 12;

  /**
   * @typedef {object} Result what one person answered in one quiz
   * @property {string} quiz
   * @property {string} text by which two of them are the same
   * @property {Map<string, string>} responses the first to each question, by token
   * @property {number} dropped answers that cannot be read
   */

  /** @typedef {{ line: number, why: "unread" | "same" | "unknown" | "cut", dropped?: number, last?: number }} Note */

  /** One question with its counts: rows of options, of which a plain question has one. */
  class Tally {
    /** @param {HTMLElement} element */
    constructor(element) {
      this.element = element;
      this.topic = element.dataset.topic || "";
      this.rows = all(element, "[data-row]").map((row) => ({ id: row.dataset.row || "", options: all(row, "[data-option]") }));
      this.grid = this.rows.some((row) => row.id);
    }

    /** What a response puts into each row. @param {string} response @returns {Map<string | undefined, string>} */
    places(response) {
      if (!this.grid) return new Map([[/** @type {string | undefined} */ (""), response]]);
      return placesOf(response, new Set(this.rows[0]?.options.map((one) => one.dataset.option || "")));
    }

    /** Whether it fits the rows and options that there are. @param {string} response */
    knows(response) {
      const places = this.places(response);
      return places.size === this.rows.length
        && this.rows.every(({ id, options }) => options.some((one) => one.dataset.option === places.get(id)));
    }

    /** How many chose each option, by row. @param {string[]} responses */
    counts(responses) {
      const places = responses.map((response) => this.places(response));
      return this.rows.map(({ id, options }) => options.map((option) => ({
        option,
        right: option.hasAttribute("data-right"),
        count: places.filter((one) => one.get(id) === option.dataset.option).length,
      })));
    }

    /** @param {string[]} responses */
    score(responses) {
      const right = this.counts(responses).flat().reduce((sum, one) => sum + (one.right ? one.count : 0), 0);
      const total = responses.length * this.rows.length;
      return { right, total, missed: total - right };
    }
  }

  class RightAskResults extends HTMLElement {
    constructor() {
      super();
      /** What was counted last; a field may lose it when the page comes back. */
      this.text = "";
    }

    connectedCallback() {
      this.addEventListener("click", this);
      addEventListener(AGAIN, this);
      part(this, "without").hidden = true;
      part(this, "with-script").removeAttribute("data-off");
    }

    disconnectedCallback() {
      removeEventListener(AGAIN, this);
    }

    /** @param {Event} event */
    handleEvent({ type, target }) {
      const name = type === "click" && /** @type {Element} */ (target).closest("button")?.dataset.part;
      if (type === AGAIN) this.field.value = this.field.value || this.text;
      else if (name === "count") this.count();
      else if (name === "clear") this.clear();
      else if (name === "print") print();
    }

    get field() {
      return /** @type {HTMLTextAreaElement} */ (part(this, "pasted"));
    }

    clear() {
      this.field.value = "";
      this.show([], []);
      part(this, "status").textContent = part(this, "status").dataset.cleared || "";
      this.field.focus();
    }

    /** Brings the questions, which are heavier than the page, and says whether they are there. @returns {Promise<boolean>} */
    load() {
      const script = document.createElement("script");
      script.src = part(this, "script").dataset.src || "";
      return new Promise((done) => {
        script.onload = () => {
          const { quizzes, items } = /** @type {typeof globalThis & { rightAskQuestions: QuestionsFile }} */ (globalThis).rightAskQuestions;
          this.quizzes = quizzes;
          this.tallies = new Map(items.map((item) => [item.token, new Tally(this.toElement(item))]));
          done(true);
        };
        script.onerror = () => done(false);
        document.head.append(script);
      });
    }

    /** A question without counts. @param {AnyQuestion} item */
    toElement({ token, topic, stem, question, rows, href, more }) {
      const shown = this.copy("question");
      Object.assign(shown.dataset, { token, topic });
      part(shown, "stem").textContent = stem;
      part(shown, "asks").textContent = question;
      part(shown, "rows").replaceWith(...rows.map(toRow));
      const link = Object.assign(document.createElement("a"), { href });
      const line = part(shown, "more");
      link.textContent = filled(line.dataset.text, { title: more });
      if (href) line.append(link); else line.remove();
      return shown;
    }

    async count() {
      if (!this.tallies && !await this.load()) {
        part(this, "status").textContent = part(this, "status").dataset.failed || "";
        return;
      }
      const each = /** @type {HTMLInputElement} */ (part(this, "each")).checked;
      const { results, notes } = this.read(this.field.value, each);
      this.show(results, notes);
      const { text, nothing, none } = part(this, "status").dataset;
      const quizzes = new Set(results.map((one) => one.quiz)).size;
      part(this, "status").textContent = results.length ? filled(text, { results: results.length, quizzes })
        : (this.field.value.trim() ? none : nothing) || "";
    }

    /** @param {string} text @param {boolean} each whether the same address counts each time */
    read(text, each) {
      /** @type {Result[]} */
      const results = [];
      /** @type {Note[]} */
      const notes = [];
      const known = new Set();
      text.split(/\r\n?|\n/).forEach((content, index) => {
        const line = index + 1;
        const found = hashesIn(content).flatMap((hash) => this.parse(hash));
        if (!found.length && content.trim()) notes.push({ line, why: "unread" });
        for (const result of found) {
          if (!result.responses.size) notes.push({ line, why: this.tokensOf(result.quiz).length ? "unread" : "unknown" });
          else if (known.has(result.text) && !each) notes.push({ line, why: "same" });
          else {
            results.push(result);
            if (result.dropped) notes.push({ line, why: "cut", dropped: result.dropped });
          }
          known.add(result.text);
        }
      });
      return { results, notes: joined(notes) };
    }

    /** @param {string} quiz */
    tokensOf(quiz) {
      return this.quizzes?.find((one) => one.id === quiz)?.tokens || [];
    }

    /** The results in an address, which may hold those of several quizzes. @param {string} hash @returns {Result[]} */
    parse(hash) {
      /** @type {Result[]} */
      const results = [];
      for (const { key, value } of pairsOf(hash)) {
        const last = results[results.length - 1];
        const ids = idsIn(value);
        if (key === "form" && ids[0]) results.push({ quiz: ids[0], text: `${ids}`, responses: new Map(), dropped: 0 });
        else if (last && KEYS.includes(key)) {
          last.text += `&${key}=${ids}`;
          this.add(last, value);
        }
      }
      return results;
    }

    /** Adds the answers of one try; only the first to each question counts. @param {Result} result @param {string} value */
    add(result, value) {
      const tokens = this.tokensOf(result.quiz);
      // The day of practice goes.
      for (const [token = "", response = ""] of answersIn(value.replace(/^\d+~/, ""))) {
        const tally = tokens.includes(token) ? this.tallies?.get(token) : undefined;
        if (response && tally?.knows(response)) {
          if (!result.responses.has(token)) result.responses.set(token, response);
        } else if (response || !tally) result.dropped += 1;
      }
    }

    /** @param {Result[]} results @param {Note[]} notes */
    show(results, notes) {
      this.text = this.field.value;
      this.note(notes);
      const quizzes = (this.quizzes || []).map((quiz) => ({ ...quiz, results: results.filter((one) => one.quiz === quiz.id) }));
      const taken = quizzes.filter((quiz) => quiz.results.length);
      part(this, "quizzes").replaceChildren(...taken.map((quiz) => this.quiz(quiz.title, quiz.tokens, quiz.results)));
      part(this, "print").hidden = !results.length;
      part(this, "clear").hidden = !this.text;
    }

    /** @param {Note[]} notes */
    note(notes) {
      const list = part(this, "notes");
      const { unread, unreadLines, same, unknown, cut, more } = list.dataset;
      const patterns = { unread, same, unknown, cut };
      const said = notes.slice(0, MOST_NOTES).map(({ why, ...values }) => filled(values.last ? unreadLines : patterns[why], values));
      if (notes.length > MOST_NOTES) said.push(filled(more, { more: notes.length - MOST_NOTES }));
      list.replaceChildren(...said.map(toLine));
    }

    /** @param {string} title @param {string[]} tokens @param {Result[]} results */
    quiz(title, tokens, results) {
      const shown = this.copy("quiz");
      part(shown, "title").textContent = title;
      const people = part(shown, "people");
      people.textContent = filled(results.length > 1 ? people.dataset.text : people.dataset.one, { people: results.length });
      const counted = tokens.flatMap((token, index) => {
        const tally = this.tallies?.get(token);
        const responses = results.flatMap((one) => one.responses.get(token) || []);
        return tally && responses.length ? [{ tally, responses, number: index + 1, ...tally.score(responses) }] : [];
      });
      const topics = part(shown, "topics");
      topics.replaceChildren(...topicsOf(counted).map((topic) => toLine(filled(topics.dataset.text, topic))));
      const order = [...counted].sort((one, other) => other.missed / other.total - one.missed / one.total);
      part(shown, "questions").replaceChildren(...order.map((one) => this.question(one)));
      return shown;
    }

    /** @param {Counted} counted */
    question({ tally, responses, number, missed, total }) {
      const shown = /** @type {HTMLElement} */ (document.importNode(tally.element, true));
      const name = part(shown, "name");
      name.textContent = filled(tally.grid ? name.dataset.rows : name.dataset.text, { number, missed, total });
      const copies = new Tally(shown);
      for (const { option, right, count } of copies.counts(responses).flat()) {
        const counted = this.copy("counted");
        fill(part(counted, "said"), { count, total: responses.length });
        part(counted, "bar").style.width = `${100 * count / responses.length}%`;
        option.append(...right ? [" ", this.copy("right")] : [], " ", counted);
      }
      return shown;
    }

    /** @param {string} name of a template */
    copy(name) {
      const { content } = /** @type {HTMLTemplateElement} */ (part(this, name));
      return /** @type {HTMLElement} */ (document.importNode(/** @type {Element} */ (content.firstElementChild), true));
    }
  }

  /** @typedef {{ id: string, text: string, options: { id: string, text: string, right: boolean }[] }} Row */

  /** @typedef {{ token: string, topic: string, stem: string, question: string, rows: Row[], href: string, more: string }} AnyQuestion */

  /** @typedef {{ quizzes: { id: string, title: string, tokens: string[] }[], items: AnyQuestion[] }} QuestionsFile what the script of the questions holds */

  /** @param {Row} row */
  const toRow = ({ id, text, options }) => {
    const row = document.createElement("div");
    row.dataset.row = id;
    if (text) row.append(Object.assign(document.createElement("p"), { textContent: text }));
    const list = document.createElement("ul");
    list.append(...options.map(toOption));
    row.append(list);
    return row;
  };

  /** @param {Row["options"][number]} option */
  const toOption = ({ id, text, right }) => {
    const option = toLine("");
    option.dataset.option = id;
    option.toggleAttribute("data-right", right);
    option.append(Object.assign(document.createElement("span"), { textContent: text }));
    return option;
  };

  /** @typedef {{ tally: Tally, responses: string[], number: number, right: number, total: number, missed: number }} Counted */

  /**
   * What stands behind # in each word that may be an address of ours. Some mail programs wrap an address into one of their own, where it is
   * encoded, once or more often. @param {string} line
   */
  const hashesIn = (line) => line.split(/\s+/).flatMap((word) => {
    const plain = word.replace(/%(25)+/g, "%").replace(/%(23|26|3d)/gi, (code) => decodeURIComponent(code));
    return plain.includes("#") ? [plain.slice(plain.indexOf("#") + 1)] : [];
  });

  /** Lines in a row that are no addresses, as one. @param {Note[]} notes */
  const joined = (notes) => {
    /** @type {Note[]} */
    const short = [];
    for (const note of notes) {
      const before = short[short.length - 1];
      const joins = note.why === "unread" && before?.why === "unread" && (before.last || before.line) + 1 === note.line;
      if (before && joins) before.last = note.line;
      else short.push({ ...note });
    }
    return short;
  };

  /** What was right of each topic, in the order of the quiz. @param {Counted[]} counted */
  const topicsOf = (counted) => [...new Set(counted.map(({ tally }) => tally.topic))].map((title) => {
    const some = counted.filter(({ tally }) => tally.topic === title);
    const sum = (/** @type {"right" | "total"} */ name) => some.reduce((total, one) => total + one[name], 0);
    return { title, right: sum("right"), total: sum("total") };
  });

  /** @param {string} text */
  const toLine = (text) => {
    const line = document.createElement("li");
    line.textContent = text;
    return line;
  };

  if (!customElements.get("right-ask-results")) customElements.define("right-ask-results", RightAskResults);
}
