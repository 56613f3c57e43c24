import type { Input } from "./input";

/**
 * A smaller input that is wrong in the same way: without files, edits, lines and characters that do not matter.
 * @param isWrong whether an input still is
 * @param mostTries inputs that are tried at most on the way
 */
export async function minimised(
  input: Input,
  isWrong: (input: Input) => Promise<boolean>,
  mostTries: number,
): Promise<Input> {
  let tries = 0;
  const holds = async (candidate: Input) => ++tries <= mostTries && (await isWrong(candidate));
  if (input.kind === "edits") {
    const fewer = await shorter(input.edits, (some) => holds({ ...input, edits: some }));
    const [first, ...others] = fewer;
    if (first !== undefined && others.length > 0) {
      // Whether it matters that the first change was one.
      const text = input.text.slice(0, first.start) + first.text + input.text.slice(first.end);
      const changed: Input = { kind: "edits", text, edits: others };
      if (await holds(changed)) return await minimised(changed, isWrong, mostTries - tries);
    }
    const edits = fewer;
    const [only] = edits;
    if (only === undefined || edits.length > 1) return { ...input, edits };
    const before = await shorter(lines(input.text.slice(0, only.start)), (some) =>
      holds(moved(some, input.text.slice(only.start), only)),
    );
    const rest = input.text.slice(only.end);
    const cut = input.text.slice(only.start, only.end);
    const after = await shorter(lines(rest), (some) =>
      holds(moved(before, cut + some.join(""), only)),
    );
    return moved(before, cut + after.join(""), only);
  }
  const names = await shorter(Object.keys(input.files), (some) =>
    holds({ kind: "project", files: pick(input.files, some) }),
  );
  const files = pick(input.files, names);
  for (const name of names) {
    for (const part of [lines, (text: string) => [...text]]) {
      const text = Buffer.from(files[name] ?? []).toString("latin1");
      if (part !== lines && text.length > 2000) continue;
      const less = await shorter(part(text), (some) =>
        holds({ kind: "project", files: { ...files, [name]: bytesOf(some) } }),
      );
      files[name] = bytesOf(less);
    }
  }
  return { kind: "project", files };
}

/** Leaves parts of a list out for as long as the rest holds: halves first, single items last. */
async function shorter<T>(
  items: readonly T[],
  holds: (items: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let rest = items;
  for (let size = Math.ceil(items.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < rest.length; ) {
      const less = [...rest.slice(0, at), ...rest.slice(at + size)];
      if (less.length < rest.length && (await holds(less))) rest = less;
      else at += size;
    }
  }
  return rest;
}

function moved(
  before: readonly string[],
  rest: string,
  edit: { start: number; end: number; text: string },
): Input {
  const head = before.join("");
  const start = head.length;
  const one = { start, end: start + edit.end - edit.start, text: edit.text };
  return { kind: "edits", text: head + rest, edits: [one] };
}

function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function bytesOf(parts: readonly string[]): Uint8Array {
  return Buffer.from(parts.join(""), "latin1");
}

function pick(files: Readonly<Record<string, Uint8Array>>, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, files[name] ?? new Uint8Array()]));
}
