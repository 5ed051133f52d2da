// Judges drafts and asks of ties as the page does: reads them as JSON from the file it is given, and writes what was found. Run by judgment.py.
import { readFileSync } from "node:fs";
import process from "node:process";
import { URL, URLSearchParams } from "node:url";
import vm from "node:vm";

const source = ["folding", "judging", "drafting"].map((name) => readFileSync(new URL(`../../quiz/shared/${name}.js`, import.meta.url), "utf8")).join("\n");
const page = vm.runInNewContext(`${source}; ({ judge, canDo, yamlOf, rowOf, issueOf })`, { URLSearchParams });
const { rules, columns, drafts, ties } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const made = {
  findings: drafts.map((draft) => page.judge(draft, rules)),
  able: Object.fromEntries(Object.entries(rules.asks).map(([id, ask]) => [id, ties.map((some) => page.canDo(ask, some))])),
  yaml: drafts.map((draft) => page.yamlOf(draft, rules)),
  rows: drafts.map((draft) => page.rowOf(draft, rules, columns)),
  issues: drafts.map((draft) => page.issueOf("https://example.org/issues/new", draft)),
};
process.stdout.write(JSON.stringify(made));
