// Writes down what somebody answered, for them to show (report.html.j2). It sends nothing; every word comes from that HTML.
"use strict";
{
  // More would not fit on one page.
  const MOST = 8;

  class RightAskReport extends HTMLElement {
    connectedCallback() {
      this.asking = /** @type {Asking | null} */ (this.closest("right-ask-form, right-ask-practice"));
      part(this, "report").addEventListener("toggle", this);
      this.asking?.addEventListener("right-ask:progress", this);
      this.addEventListener("click", this);
      // From a stick, the address would lead nobody else here.
      part(this, "copy-address").hidden = location.protocol === "file:";
      this.hidden = false;
    }

    /** @param {Event} event */
    handleEvent({ type, target }) {
      if (type !== "click") this.write();
      else this.press(/** @type {Element} */ (target).closest("button")?.dataset.part);
    }

    /** @param {string | undefined} name */
    press(name) {
      if (name === "copy") this.copy(part(this, "page").innerText);
      else if (name === "copy-address") this.copy(location.href);
      else if (name === "print") this.print();
    }

    write() {
      const tries = firstTries(this.asking?.rounds || []);
      const topics = new Map(tries.map(({ question }) => [question.group, tries.filter((one) => one.question.group === question.group)]));
      fill(part(this, "first"), count(tries));
      this.list("topics", [...topics].map(([title, some]) => ({ title, ...count(some) })));
      const every = tries.flatMap(mistakesOf);
      const mistakes = every.slice(-MOST);
      const language = document.documentElement.lang;
      fill(part(this, "when"), { date: new Date().toLocaleDateString(language || undefined, { dateStyle: "long" }) });
      part(this, "mistakes").hidden = !every.length;
      part(this, "more").hidden = every.length <= MOST;
      fill(part(this, "more"), { shown: MOST, total: every.length });
      this.list("confusions", mistakes);
      this.list("reading", [...new Map(mistakes.map((one) => [one.title, one])).values()]);
      part(this, "status").textContent = "";
    }

    /** @param {string} name @param {Record<string, string | number>[]} lines */
    list(name, lines) {
      const list = part(this, name);
      list.replaceChildren(...lines.map((values) => {
        const line = document.createElement("li");
        line.textContent = filled(list.dataset.text || "", values);
        return line;
      }));
    }

    /** @param {string} text */
    async copy(text) {
      const status = part(this, "status");
      const done = await copied(text);
      status.textContent = (done ? status.dataset.done : status.dataset.failed) || "";
      if (!done) getSelection()?.selectAllChildren(part(this, "page"));
    }

    /** Prints this page of ours instead of the whole quiz. */
    print() {
      const sheet = /** @type {HTMLElement} */ (part(this, "page").cloneNode(true));
      sheet.classList.add("ra-sheet");
      document.body.append(sheet);
      document.body.classList.add("ra-prints-sheet");
      addEventListener("afterprint", () => {
        sheet.remove();
        document.body.classList.remove("ra-prints-sheet");
      }, { once: true });
      print();
    }
  }

  /** The first answer to each question that has one, in the order of answering. @param {Round[]} rounds @returns {Answer[]} */
  const firstTries = (rounds) => {
    /** @type {Round} */
    const first = new Map();
    for (const round of rounds) {
      for (const [question, response] of round) if (response && !first.has(question)) first.set(question, response);
    }
    return [...first].map(([question, response]) => ({ question, response }));
  };

  /** Where a statement is to be read, for others too; from a stick, nowhere. @param {HTMLElement | undefined} truth */
  const addressOf = (truth) => {
    const link = truth?.querySelector("a");
    return link && link.protocol !== "file:" ? link.href.replace(/#.*/, "") : "";
  };

  /** What was taken for what, and the statement that says so; a grid has one for each row. @param {Answer} answer */
  const mistakesOf = ({ question, response }) => {
    const text = (/** @type {HTMLInputElement | undefined} */ input) => (input?.parentElement?.querySelector("span:not([class])")?.textContent || "").replace(/^[“«"](.*)[”»"]$/, "$1");
    const wrong = question.inputs.filter((input) => question.chooses(response, input) && !question.fits(input));
    // Both stand in the order of the page.
    const truths = question.truths(response);
    const stem = question.article.querySelector(".ra-stem")?.textContent || "";
    return wrong.map((input, index) => ({
      question: (index ? "" : `${stem} `) + (input.closest("fieldset")?.querySelector("legend")?.textContent || ""),
      chosen: text(input),
      right: text(question.inputs.find((other) => other.name === input.name && question.fits(other))),
      statement: truths[index]?.textContent || "",
      title: truths[index]?.dataset.title || "",
      address: addressOf(truths[index]),
    }));
  };

  /** @param {Answer[]} tries */
  const count = (tries) => {
    const outcomes = tries.flatMap(({ question, response }) => question.outcomes(response));
    return { right: outcomes.filter((one) => one.right).length, total: outcomes.length };
  };

  if (!customElements.get("right-ask-report")) customElements.define("right-ask-report", RightAskReport);
}
