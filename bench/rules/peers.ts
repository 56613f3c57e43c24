import { join } from "node:path";
import type { Command } from "../lint/program";
import { installTool } from "../tools/pythonTool";
import { installRuff, RUFF } from "../tools/ruff";

/** A linter that is measured beside ours, with those of its rules that ask what ours ask. */
export interface Peer {
  readonly name: string;
  /** Lints a folder; prints what it finds, whatever it ends with. */
  command(folder: string): Command;
}

const PYLINT = "4.1.4";
const FLAKE8_ASYNC = "26.8.1";

/** What Ruff asks of the same: blocking calls, annotations, imports, length, complexity, nesting, values, future. */
const ruffRules = "ASYNC,ANN001,ANN201,ANN401,TID252,PLR0915,C901,PLR2004,FA100,PLR1702";
/** The same of pylint's; it asks nothing about blocking calls. */
const pylintRules =
  "too-many-statements,too-many-nested-blocks,too-many-branches,magic-value-comparison";

/** Installs the peers where they are missing. */
export async function peers(): Promise<readonly Peer[]> {
  const ruff = await installRuff();
  const python = async (...packages: readonly string[]): Promise<string> =>
    join(await installTool(packages), "python");
  const pylint = await python(`pylint==${PYLINT}`);
  const flake8 = await python(`flake8-async==${FLAKE8_ASYNC}`);
  return [
    {
      name: `Ruff ${RUFF}`,
      command: (folder) => [
        ruff,
        ...["check", folder, "--isolated", "--no-cache", "--exit-zero", "--preview"],
        ...["--select", ruffRules],
      ],
    },
    {
      name: `flake8-async ${FLAKE8_ASYNC}`,
      command: (folder) => whateverItFinds([flake8, "-m", "flake8_async", folder]),
    },
    {
      name: `pylint ${PYLINT}`,
      command: (folder) => [
        pylint,
        ...["-m", "pylint", "--exit-zero", "--jobs=1", "--rcfile=/dev/null", "--recursive=y"],
        ...["--load-plugins=pylint.extensions.magic_value", "--disable=all"],
        ...[`--enable=${pylintRules}`, folder],
      ],
    },
  ];
}

/** A command that ends with 0 though it finds something. */
function whateverItFinds(command: Command): Command {
  return ["sh", "-c", '"$@"; [ $? -lt 2 ]', "sh", ...command];
}
