// What a learning platform hears of the form on its page: SCORM 1.2, through the API that it puts into a window around this one. It
// stands in the script of the player, which knows nothing of it, and hears only what the player tells everybody. What shows one question at a
// time comes after it, since a visit may begin halfway.

/** So many windows are asked at most. The standard counts seven up; platforms put in more. */
const MOST_WINDOWS = 500;

/** All of a state that SCORM 1.2 promises to keep. */
const KEPT = 4096;

/** @typedef {Record<string, (...given: string[]) => unknown>} Api */

/**
 * Windows of others refuse to be asked, and what a platform does may fail in any way; the quiz goes on.
 * @template T @param {() => T} question
 */
const unlessRefused = (question) => {
  try {
    return question();
  } catch {
    return undefined;
  }
};

/**
 * Asks a window and those around it, then whoever opened one of them: a quiz in a window of its own is told there. No window is asked twice.
 * @param {any} start @param {Set<any>} [asked] @returns {Api | undefined}
 */
const findApi = (start, asked = new Set()) => {
  const way = [];
  for (let from = start; from && !asked.has(from) && asked.size < MOST_WINDOWS; from = unlessRefused(() => from.parent)) {
    asked.add(from);
    way.push(from);
    // Someone else’s window may stand between this one and the platform.
    const api = unlessRefused(() => from.API.LMSInitialize && from.API);
    if (api) return api;
  }
  for (const one of way) {
    const api = findApi(unlessRefused(() => one.opener), asked);
    if (api) return api;
  }
  return undefined;
};

/** @param {number} milliseconds @returns {string} hours:minutes:seconds */
const timespan = (milliseconds) => {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => `${part}`.padStart(2, "0")).join(":");
};

/** @param {HTMLInputElement[]} inputs @param {(id: string) => string} name how an option, a row or a bin is called */
const pattern = (inputs, name) =>
  inputs.map(({ value, dataset: { row } }) => (row ? `${name(row)}.${name(value)}` : name(value))).join();

/** @param {HTMLInputElement[]} inputs of one question */
const letters = (inputs) => {
  const ids = [...new Set([...inputs.map(({ dataset }) => dataset.row), ...inputs.map(({ value }) => value)])].filter(Boolean);
  return (/** @type {string} */ id) => (ids.indexOf(id) + 10).toString(36);
};

/** One visit to a form, as the platform keeps it. */
class Attempt {
  /** @param {Api} api */
  constructor(api) {
    this.api = api;
    this.told = 0;
    this.last = 0;
    /** The score of the best run through the whole form; -1 where there is none yet. */
    this.best = -1;
    /** NaN where the platform knows no pass mark. */
    this.mark = NaN;
  }

  /** @param {string} name @param {string[]} given */
  call(name, ...given) {
    return `${unlessRefused(() => this.api[name]?.(...given))}`;
  }

  /** @param {string} element */
  get(element) {
    return this.call("LMSGetValue", element);
  }

  /** @param {string} element @param {string} value */
  set(element, value) {
    return this.call("LMSSetValue", element, value) === "true";
  }

  begin() {
    const state = this.get("cmi.suspend_data");
    this.mark = parseFloat(this.get("cmi.student_data.mastery_score"));
    if (/completed|passed|failed/.test(this.get("cmi.core.lesson_status"))) this.best = Number(this.get("cmi.core.score.raw"));
    // Left unsaid, the platform takes a visit for a completed one.
    else this.set("cmi.core.lesson_status", "incomplete");
    this.set("cmi.core.exit", "suspend");
    // The player takes its answers from the address, and asks first what is open there.
    if (!state.includes("=")) return;
    writeAddress(state.split("&").map(toPair));
    dispatchEvent(new Event("hashchange"));
  }

  /** Only first answers count, as in the player’s summary. @param {CustomEvent} event */
  hear({ target, timeStamp, detail: { item, right, first, score, total } }) {
    const question = /** @type {Asking} */ (target).questions.find(({ id }) => id === item);
    if (first && question) this.tell(question, right, timeStamp - this.last);
    if (first) this.score(Math.round((100 * score) / total), !question);
    this.last = timeStamp;
    this.save();
  }

  /** Platforms judge a response by its type. @param {Question} question @param {boolean} right @param {number} latency */
  tell(question, right, latency) {
    const one = `cmi.interactions.${Number(this.get("cmi.interactions._count")) || this.told}`;
    const { id, inputs } = question;
    this.told += 1;
    // Some platforms take no slash and no dot.
    this.set(`${one}.id`, id.replace(/\//g, "_"));
    this.set(`${one}.type`, inputs[0]?.dataset.row ? "matching" : "choice");
    this.set(`${one}.time`, new Date().toTimeString().slice(0, 8));
    this.answer(`${one}.student_response`, inputs, (input) => input.checked);
    this.answer(`${one}.correct_responses.0.pattern`, inputs, (input) => question.fits(input));
    this.set(`${one}.result`, right ? "correct" : "wrong");
    this.set(`${one}.latency`, timespan(latency));
  }

  /**
   * Ids are for people who read a report. By the letter of SCORM 1.2 an option is one character, and some platforms insist on that.
   * @param {string} element @param {HTMLInputElement[]} inputs @param {(input: HTMLInputElement) => boolean} holds
   */
  answer(element, inputs, holds) {
    const held = inputs.filter(holds);
    if (!this.set(element, pattern(held, (id) => id))) this.set(element, pattern(held, letters(inputs)));
  }

  /** @param {number} raw @param {boolean} whole whether every question has its first answer */
  score(raw, whole) {
    // Once a whole run counts, only a better one takes its place. Where there is a pass mark, platforms judge any score they have been
    // told as soon as somebody leaves.
    if (whole ? raw < this.best : this.best >= 0 || this.mark >= 0) return;
    this.set("cmi.core.score.raw", `${raw}`);
    this.set("cmi.core.score.min", "0");
    this.set("cmi.core.score.max", "100");
    if (!whole) return;
    this.best = raw;
    this.set("cmi.core.lesson_status", this.mark >= 0 ? (raw < this.mark ? "failed" : "passed") : "completed");
  }

  save() {
    const state = location.hash.slice(1);
    if (state.length <= KEPT) this.set("cmi.suspend_data", state);
    this.set("cmi.core.session_time", timespan(performance.now()));
    this.call("LMSCommit", "");
  }

  end() {
    this.save();
    this.call("LMSFinish", "");
    // What comes after it would be an error: the page is said to be hidden once it is gone.
    this.api = {};
  }
}

/** @param {Attempt} attempt */
const follow = (attempt) => {
  attempt.begin();
  for (const type of ["right-ask:progress", "right-ask:result"]) {
    addEventListener(type, (event) => attempt.hear(/** @type {CustomEvent} */ (event)));
  }
  document.addEventListener("visibilitychange", () => document.hidden && attempt.save());
  // Never “unload”: browsers no longer let pages in frames hear it.
  addEventListener("pagehide", () => attempt.end());
  // Back from the browser’s cache, the page still shows its answers, and nobody would hear of the next one.
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
};

const attempt = new Attempt(findApi(window) || {});
if (attempt.call("LMSInitialize", "") === "true") follow(attempt);
