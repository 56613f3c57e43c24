/** Whether a file is a command line's: what a person starts at a terminal, and what shows that person its results. */
export function isCommandLine(path: string): boolean {
  return /(^|\/)(\w+_)?cli(\/|\.py$)|(^|\/)management\/commands\//.test(path);
}
