// Makes a fresh clone ready and runs a tool of the project: `node scripts/setup.mjs TOOL [ARG…]`. Plain JavaScript on
// Node's own modules, as nothing is installed yet when it starts.
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

const root = join(import.meta.dirname, "..");
const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 20) fail(`Node 20 or newer is needed, this is ${process.version}.`);

const installed = join(root, "node_modules", ".package-lock.json");
const lock = join(root, "package-lock.json");
const isLink = lstatSync(join(root, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink();
// `npm ci` empties the folder first: through a link, that of another clone.
if (isLink && !existsSync(installed)) fail("node_modules leads to a folder without packages.");
if (!isLink && (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs)) {
  console.error("Installing the packages of package-lock.json …");
  run("npm", ["ci"]);
}
const [tool, ...args] = process.argv.slice(2);
if (tool !== undefined) run(tool, args);

function run(command, parameters) {
  const path = `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH}`;
  const done = spawnSync(command, parameters, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: path },
    shell: process.platform === "win32",
  });
  if (done.error) fail(`${command} could not be started: ${done.error.message}`);
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
