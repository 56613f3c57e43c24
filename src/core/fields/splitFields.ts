/** A field's text in a line of several. */
export interface FieldText {
  readonly text: string;
  /** Where it starts in the line. */
  readonly start: number;
}

/**
 * The fields of a line such as `metric:str(64), email:str(320) unique status:enum(a,b)=a`: each begins with a name and a
 * colon behind a blank or a comma; what stands in brackets or quotes stays together.
 */
export function splitFields(line: string): FieldText[] {
  const starts: number[] = [];
  let depth = 0;
  let quote: string | undefined;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? "";
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
      continue;
    }
    if (character === '"' || character === "'") quote = character;
    else if (character === "(") depth++;
    else if (character === ")") depth = Math.max(0, depth - 1);
    const isFree = depth === 0 && /^[\s,]?$/.test(line[at - 1] ?? "");
    if (isFree && /^[^\s,:()="']+\s*:/.test(line.slice(at))) starts.push(at);
  }
  const first = /\S/.exec(line)?.index;
  if (first !== undefined && (starts[0] ?? line.length) > first) starts.unshift(first);
  return starts.map((start, index) => {
    const text = line.slice(start, starts[index + 1]).replace(/[\s,]+$/, "");
    return { text, start };
  });
}
