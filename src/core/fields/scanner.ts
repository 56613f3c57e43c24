import type { FieldProblem } from "./field";

/** A piece of a field's text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Thrown within the parser, and caught at its door. */
export class FieldError extends Error {
  constructor(
    message: string,
    readonly start: number,
    readonly end: number,
  ) {
    super(message);
  }

  get problem(): FieldProblem {
    return { message: this.message, start: this.start, end: Math.max(this.end, this.start) };
  }
}

/** Walks over a field's text. */
export class Scanner {
  at = 0;

  constructor(readonly text: string) {}

  get isDone(): boolean {
    return this.at >= this.text.length;
  }

  skipBlanks(): void {
    while (/\s/.test(this.text[this.at] ?? "")) this.at++;
  }

  /** Takes a character if it is the next one. */
  take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += character.length;
    return true;
  }

  /** Takes all up to one of some characters, without the blanks around it. */
  until(ends: RegExp): Word {
    const from = this.at;
    while (!this.isDone && !ends.test(this.text[this.at] ?? "")) this.at++;
    return this.word(from, this.at);
  }

  /** Takes a value: in quotes, in brackets, or up to a blank, a comma or an end. */
  value(ends: RegExp): Word & { readonly quoted: boolean } {
    const quote = /["']/.exec(this.text[this.at] ?? "")?.[0];
    const start = this.at;
    if (quote !== undefined) {
      const end = this.text.indexOf(quote, start + 1);
      if (end < 0) throw new FieldError("The quote is not closed.", start, this.text.length);
      this.at = end + 1;
      return { text: this.text.slice(start + 1, end), start, end: this.at, quoted: true };
    }
    return { ...this.until(ends), quoted: false };
  }

  private word(from: number, to: number): Word {
    const text = this.text.slice(from, to);
    const start = from + (text.length - text.trimStart().length);
    const trimmed = text.trim();
    return { text: trimmed, start, end: start + trimmed.length };
  }
}
