import { createTwoFilesPatch } from "diff";
import type { ChangedFile } from "../lint/inMemory";
import { painter, printable } from "./paint";
import { pathFrom } from "./place";

/** What has changed in a file, as `git apply` and `patch` take it. @param folder that its path is relative to */
export function unifiedDiff({ uri, before, after }: ChangedFile, folder: string): string {
  const path = pathFrom(folder, uri);
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after);
  // A line that no other tool writes.
  return patch.replace(/^=+\n/, "");
}

/** A diff for a terminal. */
export function colouredDiff(diff: string): string {
  const paint = painter(true);
  return diff
    .split("\n")
    .map((line) => {
      const text = printable(line.replace(/\r$/, ""));
      if (/^(---|\+\+\+) /.test(line)) return paint("bold", text);
      if (line.startsWith("+")) return paint("green", text);
      if (line.startsWith("-")) return paint("red", text);
      return line.startsWith("@@") ? paint("cyan", text) : text;
    })
    .join("\n");
}
