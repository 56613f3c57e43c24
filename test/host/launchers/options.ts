import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { SuiteOptions } from "../suite/index";
import { HOSTS, type Host } from "./bundle";
import { EXAMPLE, ROOT } from "./paths";

/** What a launcher of the suite was told on its command line. */
export interface LauncherOptions {
  readonly hosts: readonly Host[];
  /** The folder with the extension's manifest and its built entries. */
  readonly extension: string;
  /** The folder of which the tests open a copy. */
  readonly workspace: string;
  /** Of a desktop VS Code, as `@vscode/test-electron` names it. */
  readonly version: string;
  readonly suite: Omit<SuiteOptions, "mark">;
}

/**
 * Reads `[--host node|worker] [--grep TITLE] [--timeout MS] [--version VERSION] [--extension DIR]
 * [--workspace DIR]`.
 * @throws Error that names the option it does not know.
 */
export function readOptions(args: readonly string[]): LauncherOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      host: { type: "string" },
      grep: { type: "string" },
      timeout: { type: "string", default: "20000" },
      version: { type: "string", default: "stable" },
      extension: { type: "string", default: ROOT },
      workspace: { type: "string", default: EXAMPLE },
    },
  });
  const hosts = HOSTS.filter((host) => values.host === undefined || values.host === host);
  if (hosts.length === 0) throw new Error(`--host is one of ${HOSTS.join(", ")}`);
  return {
    hosts,
    extension: resolve(values.extension),
    workspace: resolve(values.workspace),
    version: values.version,
    suite: {
      timeout: Number(values.timeout),
      ...(values.grep === undefined ? {} : { grep: values.grep }),
    },
  };
}
