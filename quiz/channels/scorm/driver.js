// What a learning platform hears of the form on its page: SCORM 1.2, through the API that it puts into a window around this one. It
// stands in the script of the player, which knows nothing of it, and hears only what the player tells everybody. What shows one question at a
// time comes after it, since a visit may begin halfway.

/** So many windows are asked at most. The standard counts seven up; platforms put in more. */
const MOST_WINDOWS = 500;

/** All of a state that SCORM 1.2 promises to keep. */
const KEPT = 4096;

/** A platform may come so much later than its quiz: so often, after so many milliseconds each, it is looked for. */
const LOOKS = 120;
const PAUSE = 500;

/** One that is elsewhere has each answer only once it was asked for: so often, it is asked whether there is one. */
const ASKS = 4;

/** Only this is a no: platforms say yes by true, “True”, 1, or nothing at all. */
const NO = /^false$/i;

const DONE = /completed|passed|failed/i;
const OPEN = /incomplete|attempt|brows/i;

/** @typedef {Record<string, (...given: string[]) => unknown>} Api */

/**
 * Windows of others refuse to be asked, and what a platform does may fail in any way; the quiz goes on.
 * @template T @template [U=undefined] @param {() => T} question @param {U} [otherwise]
 */
const unlessRefused = (question, otherwise) => {
  try {
    return question();
  } catch {
    return /** @type {U} */ (otherwise);
  }
};

/**
 * Asks a window and those around it, then whoever opened one of them: a quiz in a window of its own is told there. No window is asked twice.
 * @param {any} start @param {Set<any>} [seen] @returns {Api | undefined}
 */
const findApi = (start, seen = new Set()) => {
  const way = [];
  for (let from = start; from && !seen.has(from) && seen.size < MOST_WINDOWS; from = unlessRefused(() => from.parent)) {
    seen.add(from);
    way.push(from);
    // Someone else’s window may stand between this one and the platform.
    const api = unlessRefused(() => from.API.LMSInitialize && from.API);
    if (api) return api;
  }
  for (const one of way) {
    const api = findApi(unlessRefused(() => one.opener), seen);
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

/** One visit to a form, as the platform keeps it: who is done, and where to go on. Nothing here tells a score, or what is right. */
class Attempt {
  /** @param {Api} api */
  constructor(api) {
    this.api = api;
    /** A status that the platform has not taken yet. */
    this.due = "";
  }

  /** @param {string} name @param {string[]} given */
  call(name, ...given) {
    return `${unlessRefused(() => this.api[name]?.(...given), false) ?? ""}`;
  }

  /** @param {string} element */
  get(element) {
    return this.call("LMSGetValue", element);
  }

  /** @param {string} element @param {string} value @returns {boolean} whether it is taken */
  set(element, value) {
    return !NO.test(this.call("LMSSetValue", element, value));
  }

  /** Whether the platform takes part. It says no too where its own page has begun the session, and then knows the status. */
  get opens() {
    return !NO.test(this.call("LMSInitialize", "")) || DONE.test(this.status) || OPEN.test(this.status);
  }

  get status() {
    return this.get("cmi.core.lesson_status");
  }

  /** Whether nothing was heard of an earlier visit yet, nor that there was none. */
  get silent() {
    return !this.get("cmi.suspend_data") && !this.status;
  }

  /** Whether every question has had its first answer, in this visit or before. */
  get done() {
    return DONE.test(this.status);
  }

  /** Where to go on. */
  get state() {
    // Some platforms give it back as HTML has it, once or more often, and others as an address has it.
    return pairsOf(this.get("cmi.suspend_data").replace(/&(?:(?:amp|#0*38|#x0*26);)+/gi, "&"));
  }

  /** Whether somebody may be done: some platforms keep a status and never give it back. */
  get unsure() {
    return this.state.length && !OPEN.test(this.status);
  }

  /** @returns {boolean} whether somebody goes on here */
  begin() {
    const pairs = this.state;
    // Left unsaid, the platform takes a visit for a completed one.
    if (!this.done && !this.unsure) this.set("cmi.core.lesson_status", "incomplete");
    this.set("cmi.core.exit", "suspend");
    // The player takes its answers from the address, and asks first what is open there.
    if (!pairs.length) return false;
    writeAddress(pairs);
    dispatchEvent(new Event("hashchange"));
    return true;
  }

  /** An event that names no question ends a run. @param {CustomEvent} event */
  hear({ detail: { item, first } }) {
    if (first && !item) this.due = "completed";
    this.save();
  }

  save() {
    const state = location.hash.slice(1);
    if (this.due && this.set("cmi.core.lesson_status", this.due)) this.due = "";
    const kept = state.length <= KEPT && this.set("cmi.suspend_data", state);
    this.set("cmi.core.session_time", timespan(performance.now()));
    // A session has ended, or the connection is gone. Who is done needs no way back.
    say(NO.test(this.call("LMSCommit", "")) || !!this.due || (!kept && !this.done));
  }

  end() {
    this.save();
    this.call("LMSFinish", "");
    // What comes after it would be an error: the page is said to be hidden once it is gone.
    this.api = {};
  }
}

/** Nobody would know until the course lacks the quiz. @param {boolean} lost whether the platform has saved nothing */
const say = (lost) => {
  const refused = part(document.body, "refused");
  refused.textContent = lost && refused.dataset.text || "";
};

/** @param {typeof Attempt} Visit */
const startVisit = (Visit) => {
  /** @type {Attempt | undefined} */
  let attempt;
  /** @type {Attempt | undefined} one that the platform has let in, and of which it may still have to say what it keeps */
  let opened;
  /** @type {CustomEvent[]} what was answered before the platform was there, or let anybody in */
  let early = [];
  let asks = ASKS;

  /** @param {boolean} [now] whatever the platform has not said yet @returns {boolean} whether there is nothing to wait for */
  const look = (now) => {
    if (!opened) {
      const api = findApi(window);
      const visit = api && new Visit(api);
      if (!visit?.opens) return !!visit;
      opened = visit;
    }
    if (!now && opened.silent && asks--) return false;
    attempt = opened;
    // What the platform has kept stands now in place of what was answered meanwhile.
    if (attempt.begin()) early = [];
    for (const event of early) attempt.hear(event);
    return true;
  };

  /** @param {number} [more] times; then with the next answer only */
  const wait = (more = LOOKS) => {
    if (!attempt && !look() && more) setTimeout(wait, PAUSE, more - 1);
  };

  /** @param {Event} event */
  const hear = (event) => {
    if (attempt) {
      attempt.hear(/** @type {CustomEvent} */ (event));
      return;
    }
    early.push(/** @type {CustomEvent} */ (event));
    // Opened as a file, it belongs to no platform.
    if (!look(true) || !attempt) say(parent !== window || !!opener);
  };

  for (const type of ["right-ask:progress", "right-ask:result"]) addEventListener(type, hear);
  document.addEventListener("visibilitychange", () => document.hidden && attempt?.save());
  // Never “unload”: browsers no longer let pages in frames hear it.
  addEventListener("pagehide", () => {
    if (opened && !attempt) look(true);
    attempt?.end();
  });
  // Back from the browser’s cache, the page still shows its answers, and nobody would hear of the next one.
  addEventListener("pageshow", ({ persisted }) => attempt && persisted && location.reload());
  wait();
};
