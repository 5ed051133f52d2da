// A package that tells scores and answers too, for who has asked for them.

/** @param {Choice[]} choices @param {(id: string) => string} name how an option, a row or a bin is called */
const pattern = (choices, name) =>
  choices.map(({ row, value }) => (row ? `${name(row)}.${name(value)}` : name(value))).join();

/** @param {Choice[]} choices of one question */
const letters = (choices) => {
  const ids = [...new Set([...choices.map(({ row }) => row), ...choices.map(({ value }) => value)])].filter(Boolean);
  return (/** @type {string} */ id) => (ids.indexOf(id) + 10).toString(36);
};

const MARK = "cmi.student_data.mastery_score";
const BEST = "cmi.core.score.raw";

/** A visit of which the platform gets a score, and each first answer. */
class ScoredAttempt extends Attempt {
  /** @param {Api} api */
  constructor(api) {
    super(api);
    this.told = 0;
    this.last = 0;
    /** The score of the best run through the whole form; -1 where there is none yet. */
    this.best = -1;
    /** NaN where nobody has set a pass mark. */
    this.mark = NaN;
  }

  get silent() {
    for (const name of [MARK, BEST]) this.get(name);
    return super.silent;
  }

  begin() {
    const given = parseFloat(this.get(MARK));
    // Not every platform hands on the mark of the package, and some say 0 then, which is why the page holds it too. Others say it as a fraction.
    this.mark = given > 0 ? given * (given > 1 ? 1 : 100) : parseFloat(part(document.body, "page").dataset.passMark || "");
    if (this.done || this.unsure) this.best = Number(this.get(BEST)) || 0;
    return super.begin();
  }

  /** Only first answers count, as in the player’s summary. @param {CustomEvent} event */
  hear({ timeStamp, detail: { item, right, choices, first, score, total } }) {
    if (first && item) this.tell(item, right, choices, timeStamp - this.last);
    if (first) this.score(Math.round((100 * score) / total), !item);
    this.last = timeStamp;
    this.save();
  }

  /** Platforms judge a response by its type. @param {string} item @param {boolean} right @param {Choice[]} choices @param {number} latency */
  tell(item, right, choices, latency) {
    const one = `cmi.interactions.${Number(this.get("cmi.interactions._count")) || this.told}`;
    this.told += 1;
    // Some platforms take no slash and no dot.
    this.set(`${one}.id`, item.replace(/\//g, "--"));
    this.set(`${one}.type`, choices[0]?.row ? "matching" : "choice");
    this.set(`${one}.time`, new Date().toTimeString().slice(0, 8));
    this.answer(`${one}.student_response`, choices, (choice) => choice.checked);
    this.answer(`${one}.correct_responses.0.pattern`, choices, (choice) => choice.right);
    this.set(`${one}.result`, right ? "correct" : "wrong");
    this.set(`${one}.latency`, timespan(latency));
  }

  /**
   * Ids are for people who read a report. By the letter of SCORM 1.2 an option is one character, and some platforms insist on that.
   * @param {string} element @param {Choice[]} choices @param {(choice: Choice) => boolean} holds
   */
  answer(element, choices, holds) {
    const held = choices.filter(holds);
    if (!this.set(element, pattern(held, (id) => id))) this.set(element, pattern(held, letters(choices)));
  }

  /** @param {number} raw @param {boolean} whole whether every question has its first answer */
  score(raw, whole) {
    // Once a whole run counts, only a better one takes its place. Where there is a pass mark, platforms judge any score they have been
    // told as soon as somebody leaves.
    if (whole ? raw < this.best : this.best >= 0 || this.mark >= 0) return;
    this.set(BEST, `${raw}`);
    this.set("cmi.core.score.min", "0");
    this.set("cmi.core.score.max", "100");
    if (!whole) return;
    this.best = raw;
    this.due = this.mark >= 0 ? (raw < this.mark ? "failed" : "passed") : "completed";
  }
}

startVisit(ScoredAttempt);
