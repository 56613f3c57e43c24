const definition = /^[ \t]*((?:async[ \t]+)?def|class)[ \t]+[^\W\d]\w*/u;

/**
 * What can be read in place of a line that begins a definition and cannot be read itself: `def name():` for a
 * function, `class name:` for a class; nothing for a decorator; anything else as it is.
 */
export function salvaged(written: string): string {
  const found = definition.exec(written);
  if (found !== null) return `${found[0]}${found[1] === "class" ? "" : "()"}:`;
  return /^[ \t]*@/.test(written) ? "" : written;
}
