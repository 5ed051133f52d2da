// What a Spanish edition finds, with the theme's own worker: run by test_search_language.py, which names the script of the site.
import assert from "node:assert/strict";
import console from "node:console";
import { readFileSync } from "node:fs";
import process from "node:process";
import { test } from "node:test";
import { setImmediate } from "node:timers";
import vm from "node:vm";

const TEXTS = {
  amigo: "Un amigo suyo conoce la empresa",
  referencia: "Pide primero una referencia",
  carta: "Una carta de recomendación del jefe",
  red: "Qué puede hacer LinkedIn",
  vecina: "La vecina escribió también a una compañera",
};

/** The search as a worker has it, which has read these texts. */
const begun = async () => {
  const listeners = [], answers = [];
  const scope = {
    addEventListener: (_, listener) => listeners.push(listener),
    postMessage: (answer) => answers.push(answer),
    console,
  };
  scope.self = scope;
  const context = vm.createContext(scope);
  for (const file of process.env.SCRIPTS.split("\n")) vm.runInContext(readFileSync(file, "utf8"), context);
  const ask = async (type, data) => {
    const many = answers.length, message = { type, data };
    for (const listener of listeners) listener({ data: message });
    while (answers.length === many) await new Promise((done) => { setImmediate(done); });
    return answers.at(-1);
  };
  const docs = Object.entries(TEXTS).map(([name, text]) => ({ location: `${name}.html`, title: name, text }));
  const config = { lang: ["es"], separator: "[\\s\\-]+", pipeline: ["stopWordFilter", "stemmer"], fields: { title: {}, text: {} } };
  await ask(0, { config, docs, options: {} });
  return async (words) => (await ask(2, words)).data.items.flat().map(({ location }) => location);
};

const search = await begun();

for (const [words, name] of [
  ["amigos", "amigo"], ["amigas", "amigo"], ["recomendaciones", "carta"], ["recomendacion", "carta"], ["RECOMENDACIÓN", "carta"],
  ["compañeras", "vecina"], ["companeras", "vecina"], ["la recomendación de un jefe", "carta"],
  ["exjefe", "carta"], ["ex jefe", "carta"], ["ex-jefe", "carta"], ["excompañera", "vecina"], ["linked in", "red"], ["linked-in", "red"],
  ["referensia", "referencia"], ["recomendasión", "carta"], ["linkdin", "red"],
  ["recomendashon", "carta"], ["referansia", "referencia"], ["crata", "carta"], ["rde", "red"],
  ["referencias", "referencia"], ["referencia", "referencia"], // the stem is “referent”
]) {
  test(`${words} leads to ${name}`, async () => assert.ok((await search(words)).includes(`${name}.html`)));
}

for (const words of ["rad", "cerpa", "deferensia", "refarensja"]) {
  test(`${words} is too far from every word`, async () => assert.deepEqual([...await search(words)], []));
}

test("a small word beside another one finds nothing by itself", async () => {
  assert.deepEqual([...await search("de la vecina")], ["vecina.html"]);
});
