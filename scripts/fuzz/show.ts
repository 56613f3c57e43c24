import type { Input } from "./input";

/** An input as text that can be pasted into a test: JSON, its bytes as latin1. */
export function shownInput(input: Input): string {
  if (input.kind === "edits") return JSON.stringify(input);
  const files = Object.entries(input.files).map(([name, bytes]) => [
    name,
    Buffer.from(bytes).toString("latin1"),
  ]);
  return JSON.stringify(Object.fromEntries(files));
}
