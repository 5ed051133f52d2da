// Write a question: shows it as readers will see it, says beside each field what to mend, and gives it as files hold it. It sends and keeps
// nothing; every word comes from write-question.html.j2.
"use strict";
{
  /** @typedef {HTMLTextAreaElement | HTMLSelectElement} Field */

  /** What happens outside of it. */
  const ELSEWHERE = [AGAIN, "pointerdown", "pointerup", "pointercancel"];

  class RightAskWrite extends HTMLElement {
    constructor() {
      super();
      /** Fields that somebody has left: what is missing in others is not said yet. @type {Set<string>} */
      this.left = new Set();
      /** What was typed, since a page that comes back may have lost it. @type {Map<string, string>} */
      this.typed = new Map();
      /** The field that was left last, until that is told. */
      this.last = "";
      /** Whether a finger or a mouse is down. */
      this.down = false;
      /** What the preview shows. */
      this.seen = "";
    }

    connectedCallback() {
      /** @type {Rules} */
      this.rules = JSON.parse(this.dataset.rules || "");
      /** @type {Record<string, string>} */
      this.words = JSON.parse(this.dataset.words || "");
      for (const field of this.fields) {
        this.name(field);
        this.offer(field);
      }
      this.requests = [...this.asks[0]?.children || []].slice(1).map((one) => /** @type {HTMLOptionElement} */ (one));
      for (const type of ["input", "focusout", "click"]) this.addEventListener(type, this);
      for (const type of ELSEWHERE) addEventListener(type, this);
      part(this, "without").hidden = true;
      part(this, "with-script").removeAttribute("data-off");
      this.update();
    }

    disconnectedCallback() {
      for (const type of ELSEWHERE) removeEventListener(type, this);
    }

    get fields() {
      return /** @type {Field[]} */ (all(this, ".ra-write__fields :is(textarea, select)"));
    }

    /** The lists of requests: of the right answer, and of each wrong one. */
    get asks() {
      return /** @type {HTMLSelectElement[]} */ (this.fields.filter((one) => one.name.startsWith("ask-")));
    }

    get ties() {
      return /** @type {HTMLInputElement[]} */ (all(this, "[name=tie]"));
    }

    /** Ties a field to its label, to what is said of it, and to what is found in it. @param {Field} field */
    name(field) {
      const line = /** @type {Element} */ (field.parentElement);
      const label = line.querySelector("label");
      field.id = `draft-${field.name}`;
      if (label) label.htmlFor = field.id;
      const described = all(line, ".ra-write__means, .ra-write__finding");
      described.forEach((one, at) => {
        one.id = `${field.id}-${at}`;
      });
      field.setAttribute("aria-describedby", described.map((one) => one.id).join(" "));
    }

    /** The choices of a field are those of the first of its sort. @param {Field} field */
    offer(field) {
      const [name, at] = field.name.split("-");
      const first = this.fields.find((one) => one.name === `${name}-0`);
      if (field instanceof HTMLSelectElement && at && at !== "0") field.append(...[...first?.children || []].slice(1).map((one) => one.cloneNode(true)));
    }

    /** @param {Event} event */
    handleEvent({ type, target }) {
      const field = this.fields.find((one) => one === target);
      const { copies, leads } = /** @type {HTMLElement} */ (target).dataset || {};
      if (type.startsWith("pointer")) this.point(type === "pointerdown");
      else if (type === AGAIN) this.restore();
      else if (type === "click" && copies) this.copy(copies);
      else if (type === "click" && leads) this.lead(leads);
      else if (type === "focusout" && field) this.leave(field);
      else if (type === "input") this.take(field);
    }

    /** @param {Field | undefined} field */
    take(field) {
      if (field) this.typed.set(field.name, field.value);
      // What was copied is another text now.
      for (const name of ["yaml", "csv"]) part(this, `${name}-status`).textContent = "";
      for (const tie of this.ties) this.typed.set(tie.value, tie.checked ? "on" : "");
      // Whoever changes an answer sees at once what that does to the others.
      if (field instanceof HTMLSelectElement) this.left.add(field.name);
      if (field?.name === "contact_type") this.sort();
      this.update();
    }

    /** To a field with something still to do, which is said there from now on. @param {string} name */
    lead(name) {
      this.left.add(name);
      this.update();
      this.fields.find((one) => one.name === name)?.focus();
    }

    /** For a kind of contact, the requests come first that make an answer what it is to be, and last those of which nobody can tell. */
    sort() {
      const { requests = [], rules, words } = this;
      const kind = this.value("contact_type");
      const settled = requests.filter((one) => kind in (rules?.asks[one.value]?.fits || {}));
      part(this, "settled").textContent = kind ? filled(words?.settled, { count: settled.length, total: requests.length }) : "";
      this.asks.forEach((list, at) => {
        const { value } = list;
        const ways = at ? ["no", "yes", "neither"] : ["yes", "no", "neither"];
        const groups = ways.map((way) => {
          const group = document.createElement("optgroup");
          group.label = words?.[way] || "";
          group.append(...requests.filter((one) => this.way(one.value, kind) === way).map((one) => one.cloneNode(true)));
          return group;
        });
        const inOrder = kind ? groups.filter((one) => one.children.length) : requests.map((one) => one.cloneNode(true));
        list.replaceChildren(.../** @type {Node[]} */ ([list.children[0], ...inOrder]));
        list.value = value;
      });
    }

    /** What the table says of a request for a kind of contact. @param {string} ask @param {string} kind */
    way(ask, kind) {
      const fits = this.rules?.asks[ask]?.fits[kind];
      return fits === undefined ? "neither" : fits ? "yes" : "no";
    }

    /** For which kinds of contact the table says what an answer needs, to go on with. @param {number} at */
    kinds(at) {
      const [ask, way, say] = [this.value(`ask-${at}`), at ? "no" : "yes", at ? "for_no" : "for"];
      const list = this.fields.find((one) => one.name === "contact_type");
      const titles = all(list || this, "option").map((one) => /** @type {HTMLOptionElement} */ (one));
      const kinds = titles.filter((one) => one.value && this.way(ask, one.value) === way).map((one) => one.text).join(", ");
      return kinds ? filled(this.words?.[say], { kinds }) : "";
    }

    /**
     * What is found moves what stands below it. So whoever presses something sees it once that is pressed, or the press would meet another place.
     * @param {boolean} down
     */
    point(down) {
      this.down = down;
      if (!down && this.last) setTimeout(() => this.tell());
    }

    /** @param {Field} field */
    leave(field) {
      this.left.add(field.name);
      this.last = field.name;
      if (!this.down) this.tell();
    }

    /** Shows what was found, and says what of it belongs to the field that was left. */
    tell() {
      const { last } = this;
      this.last = "";
      this.update();
      // Said once, when somebody goes on: not at each key.
      if (last) part(this, "heard").textContent = this.finding(last).textContent;
    }

    restore() {
      if (!this.typed.size) return;
      for (const field of this.fields) field.value = this.typed.get(field.name) || field.value;
      for (const tie of this.ties) tie.checked = !!this.typed.get(tie.value);
      this.sort();
      this.update();
    }

    /** @param {string} name */
    value(name) {
      return inPrint(this.fields.find((one) => one.name === name)?.value || "");
    }

    /** @returns {Draft} */
    get draft() {
      const option = (/** @type {number} */ at) => ({
        text: this.value(`text-${at}`),
        ask: this.value(`ask-${at}`),
        rationale: this.value(`rationale-${at}`),
        right_for: this.value(`right_for-${at}`),
        rests_on: this.value(`rests_on-${at}`),
      });
      return { stem: this.value("stem"), question: this.value("question"), contact_type: this.value("contact_type"), options: [0, 1, 2].map(option) };
    }

    /** @param {string} name */
    finding(name) {
      return /** @type {HTMLElement} */ (all(this, `[data-finding="${name}"]`)[0]);
    }

    update() {
      const { draft, rules } = this;
      if (!rules) return;
      const found = judge(draft, rules);
      for (const field of this.fields) this.mark(field, found.filter((one) => one.field === field.name));
      this.tie(draft, rules);
      this.preview(draft);
      const open = this.fields.filter((field) => found.some((one) => one.field === field.name));
      const { mend, fine } = part(this, "count").dataset;
      part(this, "count").textContent = !draft.stem ? "" : open.length ? filled(mend, { count: open.length }) : fine || "";
      this.list(draft.stem ? open : []);
      this.write(draft, rules);
    }

    /** The fields with something still to do, each a way there. @param {Field[]} open */
    list(open) {
      const list = part(this, "todo");
      const names = open.map((field) => field.name).join(" ");
      if (list.dataset.names === names) return;
      list.dataset.names = names;
      list.replaceChildren(...open.map((field) => {
        const way = document.createElement("button");
        way.type = "button";
        way.className = "ra-link";
        way.dataset.leads = field.name;
        const [legend, label] = [field.closest("fieldset")?.querySelector("legend"), field.parentElement?.querySelector("label")];
        way.textContent = filled(part(this, "count").dataset.todo, { part: legend?.textContent || "", field: label?.textContent || "" });
        const line = document.createElement("li");
        line.append(way);
        return line;
      }));
    }

    /** @param {Field} field @param {Finding[]} found */
    mark(field, found) {
      const seen = this.left.has(field.name) ? found : [];
      const said = seen.map(({ say, values }) => say === "missing" ? field.dataset.missing || "" : filled(this.words?.[say], values));
      if (seen.some(({ rule }) => rule === "table")) said.push(this.kinds(Number(field.name.split("-")[1])));
      const text = [...new Set(said)].join(" ").trim();
      const line = this.finding(field.name);
      if (line.textContent !== text) line.textContent = text;
      if (text) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }

    /** What ties prove of each request. @param {Draft} draft @param {Rules} rules */
    tie({ options }, rules) {
      const ties = this.ties.filter((one) => one.checked).map((one) => one.value);
      const { can, cannot, nobody, atOdds } = part(this, "count").dataset;
      options.forEach(({ ask }, at) => {
        const request = rules.asks[ask];
        const line = /** @type {HTMLElement} */ (all(this, `[data-tied="${at}"]`)[0]);
        const able = !!request && canDo(request, ties);
        const odd = !!request && able === !!at;
        const said = request && filled(request.too_much ? nobody : able ? can : cannot, { need: request.need });
        line.textContent = said ? [said, ...odd ? [atOdds] : []].join(" ") : "";
        line.dataset.able = request ? `${able}` : "";
      });
    }

    /** @param {Draft} draft */
    preview(draft) {
      // Whoever goes from a field to the preview presses what is there: it is made anew only for another text.
      const text = JSON.stringify(draft);
      if (text === this.seen) return;
      this.seen = text;
      const { stem, question, options } = draft;
      const empty = !stem && !question && options.every((one) => !one.text);
      part(this, "nothing").hidden = !empty;
      const { content } = /** @type {HTMLTemplateElement} */ (part(this, "preview"));
      const shown = /** @type {HTMLElement} */ (document.importNode(/** @type {Element} */ (content.firstElementChild), true));
      part(shown, "stem").textContent = stem;
      for (const legend of all(shown, "legend")) legend.textContent = question;
      const item = new Question(shown);
      for (const input of item.inputs) this.fill(input, item, options);
      item.statement.textContent = this.fields.find((one) => one.name === "rests_on-0")?.querySelector("option:checked:not([value=''])")?.textContent || "";
      item.show(undefined);
      item.button.addEventListener("click", () => {
        if (item.response) item.show(item.response, true);
        else item.say(this.dataset.nothing || "");
      });
      part(this, "item").replaceChildren(...empty ? [] : [shown]);
    }

    /** @param {HTMLInputElement} input @param {Question} item @param {DraftOption[]} options */
    fill(input, item, options) {
      const reason = item.reasons.get(input.value);
      const option = options[Number(input.value.split("-")[1])];
      const said = input.nextElementSibling;
      if (!reason || !option || !said) return;
      said.textContent = option.text;
      /** @type {HTMLElement} */ (input.parentElement).hidden = !option.text;
      const name = reason.querySelector("b")?.firstChild;
      if (name) name.textContent = `${option.text} `;
      const need = option.right_for && this.rules?.asks[option.ask]?.need;
      part(reason, "rationale").textContent = [option.rationale, ...need ? [need] : []].join(" ");
      if (option.right_for) reason.append(toLine(this.dataset.rightFor, { who: option.right_for }));
    }

    /** @param {Draft} draft @param {Rules} rules */
    write(draft, rules) {
      const area = (/** @type {string} */ name) => /** @type {HTMLTextAreaElement} */ (part(this, name));
      area("yaml").value = yamlOf(draft, rules);
      area("csv").value = rowOf(draft, rules, (this.dataset.columns || "").split(" "));
      const link = /** @type {HTMLAnchorElement | undefined} */ (find(this, "issue"));
      if (link) link.href = issueOf(this.dataset.issues || "", draft);
    }

    /** @param {string} name of what to copy */
    async copy(name) {
      for (const field of this.fields) this.left.add(field.name);
      this.update();
      const area = /** @type {HTMLTextAreaElement} */ (part(this, name));
      const done = await copied(area.value);
      if (!done) area.select();
      part(this, `${name}-status`).textContent = (done ? this.dataset.copied : this.dataset.failed) || "";
    }
  }

  if (!customElements.get("right-ask-write")) customElements.define("right-ask-write", RightAskWrite);
}
