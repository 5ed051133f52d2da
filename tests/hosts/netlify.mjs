// What Netlify reads in a project: its settings for each kind of build, and for each path the headers that it sends.
// Called with the project’s folder and one path after the other; says it all as JSON.
import process from "node:process";
import { resolveConfig } from "@netlify/config";
import { parseAllHeaders } from "@netlify/headers-parser";

const [root, ...paths] = process.argv.slice(2);
const read = (context) =>
  resolveConfig({ cwd: root, repositoryRoot: root, context, branch: context, mode: "buildbot", offline: true, buffer: true, env: {} });
const { config } = await read("production");
const preview = await read("deploy-preview");
const { headers, errors } = await parseAllHeaders({ headersFiles: [`${config.build.publish}/_headers`], configHeaders: [], minimal: false });

/** The values of all rules that a path meets, by header: its own server takes the last one, its network joins them. */
const sent = (path) => {
  const found = {};
  for (const rule of headers.filter(({ forRegExp }) => forRegExp.test(path))) {
    for (const [name, value] of Object.entries(rule.values)) (found[name.toLowerCase()] ||= []).push(value);
  }
  return found;
};

process.stdout.write(JSON.stringify({
  production: config.build,
  preview: preview.config.build,
  rules: headers.length,
  errors: errors.map(({ message }) => message),
  sent: Object.fromEntries(paths.map((path) => [path, sent(path)])),
}));
