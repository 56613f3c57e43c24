import { contentHash } from "../../text/contentHash";

const encoder = new TextEncoder();

/** By what a finding is known again: its source without blanks, so that reformatting changes nothing. */
export function sourceHash(source: string): string {
  return contentHash(encoder.encode(source.replace(/\s+/g, "")));
}
