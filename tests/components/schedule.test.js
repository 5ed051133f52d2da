// What practice asks next, tried on a bank of made-up questions in 200 deals of chance: run by test_schedule.py.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { URL } from "node:url";
import vm from "node:vm";

const source = readFileSync(new URL("../../quiz/shared/schedule.js", import.meta.url), "utf8");
const { nextSet, recall } = vm.runInNewContext(`${source}; ({ nextSet, recall })`);
const TODAY = 20_000;

/** Chance that is the same in every run. */
const dice = (seed) => {
  let last = seed + 1;
  return () => (last = last * 16807 % 2147483647) / 2147483647;
};

/** Twenty points in four topics, each in three questions, whose people are in one question more; and a pair. */
const BANK = Array.from({ length: 60 }, (_, at) => ({
  id: `q${at}`, main: `p${at % 20}`, points: [`p${at % 20}`], names: [`n${at % 30}`], topic: `t${at % 4}`, pair: "",
}));
const PAIR = [["then", "pa", "now"], ["now", "pb", "then"]].map(([id, point, pair]) => (
  { id, main: point, points: [point], names: ["Ama"], topic: "t9", pair }
));
const CARDS = [...BANK, ...PAIR];

/** A set that was answered: `right` says of each question whether it was right. */
const answered = (cards, day, right, doubtless = []) => ({
  day,
  cards,
  wrong: cards.filter((card) => !right(card)),
  shown: new Map(cards.flatMap((card) => card.points.map((point) => [point, right(card)]))),
  doubtless: new Set(doubtless),
});

/** Deal a set in 200 ways. */
const deals = (cards, past, today = TODAY) => Array.from({ length: 200 }, (_, seed) => nextSet(cards, past, today, dice(seed)));
const ids = (cards) => cards.map((card) => card.id);
const about = (set, point) => set.filter((card) => card.points.includes(point));

test("a set has eight questions, about different points and different people", () => {
  for (const set of deals(BANK, [])) {
    assert.equal(set.length, 8);
    for (const key of ["id", "main"]) assert.equal(new Set(set.map((card) => card[key])).size, 8);
    assert.equal(new Set(set.flatMap((card) => card.names)).size, 8);
  }
});

test("a missed point comes back in the next set, in another question", () => {
  for (const set of deals(CARDS, [])) {
    const missed = set.find((card) => BANK.includes(card));
    const next = nextSet(CARDS, [answered(set, TODAY, (card) => card !== missed)], TODAY, dice(3));
    assert.equal(about(next, missed.main).length, 1);
    assert.ok(!next.includes(missed));
  }
});

test("of more misses than come back at once, those that somebody was sure of come first", () => {
  for (const first of deals(BANK, [])) {
    const sure = first.slice(-2).map((card) => card.main);
    const next = nextSet(BANK, [answered(first, TODAY, () => false, sure)], TODAY, dice(5));
    for (const point of sure) assert.equal(about(next, point).length, 1);
  }
});

test("a point that was right today is not asked again today while there is anything new, and is on another day", () => {
  for (const first of deals(BANK, [])) {
    const past = [answered(first, TODAY, () => true)];
    const points = first.map((card) => card.main);
    const again = (today) => nextSet(BANK, past, today, dice(1)).filter((card) => points.includes(card.main)).length;
    assert.equal(again(TODAY), 0);
    assert.ok(again(TODAY + 1) > 0);
  }
});

test("a point is sure when it was right on two days, and no longer once it is missed", () => {
  const [card] = BANK;
  const memory = (...sets) => recall(sets.map(([day, right]) => answered([card], day, () => right))).get(card.main);
  assert.equal(memory([1, true], [1, true]).sure, false);
  assert.equal(memory([1, true], [2, true]).sure, true);
  assert.equal(memory([1, true], [2, true], [3, false]).sure, false);
});

test("the first set is dealt by chance, too, and no topic comes more often than twice while others are left", () => {
  const sets = deals(BANK, []);
  assert.ok(new Set(sets.map((set) => ids(set).sort().join())).size > 100);
  for (const set of sets) for (const topic of ["t0", "t1", "t2", "t3"]) assert.equal(set.filter((card) => card.topic === topic).length, 2);
});

test("of two scenes that differ in one fact, one follows the other", () => {
  const sets = deals(CARDS, []).filter((set) => set.some((card) => PAIR.includes(card)));
  assert.ok(sets.length);
  for (const set of sets) assert.equal(Math.abs(ids(set).indexOf("then") - ids(set).indexOf("now")), 1);
});

test("a bank that is too small for a set is asked whole", () => {
  assert.deepEqual(new Set(ids(nextSet(BANK.slice(0, 3), [], TODAY, dice(1)))), new Set(["q0", "q1", "q2"]));
});
