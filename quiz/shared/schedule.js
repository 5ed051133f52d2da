// Which questions practice asks next, and what its answers have shown by then: functions of plain data, which know no page and no clock.

/**
 * @typedef {object} Card a question as the schedule sees it
 * @property {string} main what it is about most of all, which no other question of its set is about
 * @property {string[]} points what a right answer shows to be known
 * @property {string[]} names the people in it, none of whom comes twice in a set
 * @property {string} topic
 * @property {string} id
 * @property {string} pair the id of the question that differs from it in one fact, which it follows or leads to; “” where there is none
 */

/**
 * @typedef {object} Past a set that was dealt before
 * @property {number} day when it was answered
 * @property {Card[]} cards
 * @property {Card[]} wrong those of them that were missed
 * @property {Map<string, boolean>} shown by point, whether it was right
 * @property {Set<string>} doubtless points that were missed by somebody who had been sure
 */

const SIZE = 8;
// So many of a set may come back from earlier ones while there is anything new.
const MOST_MISSED = 4;
const MOST_DUE = 4;
// In a row, one topic is soon answered by habit.
const MOST_OF_TOPIC = 2;
const DAYS = 2;

/** What is known of one point since it was last missed. */
class Memory {
  constructor() {
    /** @type {Set<number>} the days on which it was right */
    this.days = new Set();
    this.last = -1;
    this.doubtless = false;
  }

  get missed() {
    return !this.days.size;
  }

  /** Right twice within an hour shows little, and right on another day much. */
  get sure() {
    return this.days.size >= DAYS;
  }

  /** @param {number} today */
  isDue(today) {
    return !this.missed && !this.sure && !this.days.has(today);
  }
}

/** What is known of each point that was asked. @param {Past[]} past */
const recall = (past) => {
  /** @type {Map<string, Memory>} */
  const memories = new Map();
  past.forEach(({ day, shown, doubtless }, index) => shown.forEach((right, point) => {
    const memory = memories.get(point) || new Memory();
    if (right) memory.days.add(day);
    else memory.days.clear();
    memory.doubtless = !right && doubtless.has(point);
    memory.last = index;
    memories.set(point, memory);
  }));
  return memories;
};

/**
 * The questions of the next set: first what was missed, before all what somebody had been sure of; then what was right once, on another
 * day than today; then what is new; and then anything.
 * @param {Card[]} cards @param {Past[]} past @param {number} today @param {() => number} random from 0 to 1 @returns {Card[]}
 */
const nextSet = (cards, past, today, random) => {
  const memories = recall(past);
  const points = [...new Set(cards.flatMap((card) => card.points))];
  const known = (/** @type {string} */ point) => memories.get(point) || new Memory();
  const missed = points.filter((point) => memories.has(point) && known(point).missed);
  missed.sort((a, b) => Number(known(b).doubtless) - Number(known(a).doubtless) || known(b).last - known(a).last);
  const due = points.filter((point) => known(point).isDue(today));
  const fresh = points.filter((point) => !memories.has(point));
  /** @type {Card[]} */
  const chosen = [];

  /** The best question that shows one of these points, or any where none is named. @param {string[]} wanted */
  const best = (wanted) => {
    const covered = new Set(chosen.flatMap((card) => card.points));
    const gain = (/** @type {Card} */ card) => card.points.filter((point) => wanted.includes(point) && !covered.has(point)).length;
    const last = past[past.length - 1];
    const rank = (/** @type {Card} */ card) => [
      last?.wrong.includes(card) || false,
      last?.cards.includes(card) || false,
      chosen.filter((one) => one.topic === card.topic).length >= MOST_OF_TOPIC,
      -gain(card),
      past.filter((set) => set.cards.includes(card)).length,
    ].map(Number);
    const free = cards.filter((card) => (
      chosen.every((one) => one !== card && one.main !== card.main && !one.names.some((name) => card.names.includes(name)))
      && (!wanted.length || gain(card))
      && (!card.pair || chosen.length < SIZE - 1)
    )).map((card) => ({ card, key: [...rank(card), random()] }));
    return free.sort((a, b) => firstOther(a.key, b.key))[0]?.card;
  };

  /** Adds a question, and behind it its pair. @param {Card} card */
  const add = (card) => {
    const other = cards.find((one) => one.pair === card.id);
    chosen.push(card);
    if (other && chosen.length < SIZE) chosen.push(other);
  };

  /** @param {string[]} wanted @param {number} most */
  const take = (wanted, most) => {
    const end = Math.min(SIZE, chosen.length + most);
    while (wanted.length && chosen.length < end) {
      const card = best(wanted);
      if (!card) return;
      add(card);
    }
  };

  for (const point of missed.slice(0, MOST_MISSED)) take([point], 1);
  take(due, fresh.length ? MOST_DUE : SIZE);
  take(fresh, SIZE);
  take([...missed, ...due], SIZE);
  for (let card = best([]); card && chosen.length < SIZE; card = best([])) add(card);
  // A pair stays together.
  const led = chosen.filter((card, index) => !card.pair || card.pair !== chosen[index - 1]?.id);
  return shuffled(led, random).flatMap((card) => [card, ...chosen.filter((one) => !led.includes(one) && one.pair === card.id)]);
};

/** @param {number[]} one @param {number[]} other @returns {number} how the first two numbers that differ compare */
const firstOther = (one, other) => {
  const at = one.findIndex((value, index) => value !== other[index]);
  return (one[at] ?? 0) - (other[at] ?? 0);
};

/** @template T @param {T[]} list @param {() => number} random @returns {T[]} */
const shuffled = (list, random) => list.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at).map(({ one }) => one);
