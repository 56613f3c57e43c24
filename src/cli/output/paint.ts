import { inspect } from "node:util";

/** Names of colours and styles as Node knows them. */
export type Style = "bold" | "dim" | "red" | "yellow" | "cyan" | "gray" | "green" | "blue";

/** Puts a text into a colour or a style. */
export type Paint = (style: Style, text: string) => string;

/** Writes escapes for a terminal, or none. */
export function painter(colour: boolean): Paint {
  if (!colour) return (_, text) => text;
  return (style, text) => {
    const [open, close] = inspect.colors[style] ?? [0, 0];
    return `\x1b[${open}m${text}\x1b[${close}m`;
  };
}

/** Whether an output shows colours: `FORCE_COLOR` and `NO_COLOR` decide, else whether it is a terminal. */
export function showsColour(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused, TERM: terminal } = environment;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  if (refused !== undefined && refused !== "") return false;
  return stream.isTTY === true && terminal !== "dumb";
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A text from a file without what would move a terminal's cursor, colour or writing direction. */
export function printable(text: string): string {
  return text.replace(controls, "\ufffd");
}
