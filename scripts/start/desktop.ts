import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../run";
import { findOnPath } from "../vscode/process";

/** Opens the example in a desktop VS Code with the extension of this checkout. @returns false where there is none. */
export async function startDesktop(): Promise<boolean> {
  const code = findOnPath("code") ?? findOnPath("codium");
  const hasDisplay =
    process.platform !== "linux" ||
    process.env.DISPLAY !== undefined ||
    process.env.WAYLAND_DISPLAY !== undefined;
  if (code === undefined || !hasDisplay) return false;
  const example = join(root, "examples", "bookshop");
  spawn(code, [`--extensionDevelopmentPath=${root}`, "--new-window", example], {
    stdio: "ignore",
    detached: true,
  }).unref();
  console.log(`Opened ${example} in ${code}.`);
  return true;
}
