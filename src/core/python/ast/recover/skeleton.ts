/** A text that is put together line by line, each at the line that it has in the file. */
export class Skeleton {
  text = "";
  private line: number;

  constructor(line: number) {
    this.line = line;
  }

  /** Adds text that takes the lines from `line` to `endLine` of the file and fewer, or as many, of its own. */
  put(written: string, line: number, endLine: number): void {
    this.text += "\n".repeat(Math.max(0, line - this.line));
    this.text += written.endsWith("\n") || written.endsWith("\r") ? written : `${written}\n`;
    this.text += "\n".repeat(Math.max(0, endLine - line + 1 - linesIn(written)));
    this.line = endLine + 1;
  }
}

function linesIn(written: string): number {
  const breaks = written.split("\n").length - 1;
  return written.endsWith("\n") ? breaks : breaks + 1;
}
