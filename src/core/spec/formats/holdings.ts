import type { HoldingInput } from "./format";

/** A table with these columns. */
export const table = (...columns: string[]) => ({ kind: "table", columns }) as const;
/** A bulleted list. */
export const list = { kind: "list" } as const satisfies HoldingInput;
export const paragraph = { kind: "paragraph" } as const satisfies HoldingInput;
/** A fence of Python. */
export const python = { kind: "fence", language: "python" } as const satisfies HoldingInput;
/** A Mermaid diagram. @param diagram its first keyword */
export const mermaid = (diagram: string) =>
  ({ kind: "fence", language: "mermaid", diagram }) as const;
