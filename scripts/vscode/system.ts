import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findBrowser } from "../../src/node/browser/findBrowser";
import { findOnPath } from "./process";

/** What the operating system must bring: to build code-server's native modules, and to show its page. */
export type Need = "build" | "browser";

interface Requirement {
  readonly need: Need;
  /** What to call it to somebody who does not use Debian. */
  readonly what: string;
  readonly debian: string;
  present(): boolean;
}

const onLinux = process.platform === "linux";

const REQUIREMENTS: readonly Requirement[] = [
  { need: "build", what: "python3", debian: "python3", present: () => onPath("python3") },
  { need: "build", what: "make", debian: "make", present: () => onPath("make") },
  {
    need: "build",
    what: "a C++ compiler",
    debian: "g++",
    present: () => onPath("c++") || onPath("g++") || onPath("clang++"),
  },
  {
    need: "build",
    what: "pkg-config",
    debian: "pkg-config",
    present: () => !onLinux || onPath("pkg-config"),
  },
  {
    need: "build",
    what: "the headers of Kerberos (GSSAPI)",
    debian: "libkrb5-dev",
    present: () => !onLinux || existsSync("/usr/include/gssapi/gssapi.h"),
  },
  {
    need: "build",
    what: "the headers of libsecret",
    debian: "libsecret-1-dev",
    present: () => !onLinux || existsSync("/usr/include/libsecret-1"),
  },
  {
    need: "browser",
    what: "Chrome, Chromium or Edge (or CHROME_PATH with the path of one)",
    debian: "chromium",
    present: () => findBrowser() !== undefined,
  },
];

/**
 * Makes sure that what `needs` names is installed. As root on a Debian it installs what is missing.
 * @throws Error that lists what is missing with the command that installs it, where it cannot do that itself or apt fails.
 */
export function ensureSystem(needs: readonly Need[], log: (line: string) => void): void {
  const missing = missingFrom(needs);
  if (missing.length === 0) return;
  const packages = missing.map((requirement) => requirement.debian);
  if (!onPath("apt-get") || process.getuid?.() !== 0) throw new Error(explain(missing));
  log(`Installing system packages: ${packages.join(" ")}`);
  // Old lists may do when one of the sources cannot be reached.
  const update = apt(["update"]);
  const failures = [update, apt(["install", "-y", "--no-install-recommends", ...packages])];
  const still = missingFrom(needs);
  if (still.length > 0) throw new Error([explain(still), ...failures].filter(Boolean).join("\n\n"));
}

function missingFrom(needs: readonly Need[]): Requirement[] {
  return REQUIREMENTS.filter(({ need, present }) => needs.includes(need) && !present());
}

function explain(missing: readonly Requirement[]): string {
  const packages = missing.map((requirement) => requirement.debian).join(" ");
  const list = missing.map(({ what, debian }) => `  - ${what} (Debian: ${debian})`);
  return [
    "The tests in a real VS Code need what is not installed here:",
    ...list,
    `On Debian or Ubuntu: sudo apt-get update && sudo apt-get install -y ${packages}`,
  ].join("\n");
}

/** Runs apt-get and gives the end of what it said if it failed. */
function apt(args: readonly string[]): string | undefined {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const result = spawnSync("apt-get", args, { env, encoding: "utf8", maxBuffer: 1 << 26 });
  if (result.status === 0) return undefined;
  const said = `${result.stdout ?? ""}${result.stderr ?? ""}`.trimEnd().split("\n").slice(-15);
  return `apt-get ${args.join(" ")} failed:\n${said.join("\n")}`;
}

function onPath(program: string): boolean {
  return findOnPath(program) !== undefined;
}
