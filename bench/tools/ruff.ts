import { join } from "node:path";
import { installTool } from "./pythonTool";

/** The Ruff that we are measured beside. */
export const RUFF = "0.17.5";

/** Gives the path of Ruff, and installs it first where it is missing. */
export async function installRuff(): Promise<string> {
  return join(await installTool([`ruff==${RUFF}`]), "ruff");
}
