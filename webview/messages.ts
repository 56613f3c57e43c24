/**
 * Everything the preview page and the extension say to each other, and the page's saved state. Both sides check what
 * they receive against these schemas: the one file that both import.
 */
import * as z from "zod/mini";

const line = z.int().check(z.nonnegative());
const text = z.string().check(z.maxLength(4000));

/** One Mermaid diagram of a document, as the language server finds it. Lines are zero-based lines of the document. */
export const diagramSchema = z.object({
  /** Given by the server; two diagrams of one document never share it. */
  id: z.string(),
  /** What stands between the fences. */
  source: z.string(),
  /** The headings it stands under, outermost first. */
  headings: z.array(z.string()),
  title: z.string(),
  /** Mermaid's keyword for it, such as `flowchart`; empty where there is none. */
  type: z.string(),
  /** The opening fence. */
  line,
  /** The first line of the source. */
  contentLine: line,
  /** The closing fence, or the last line where that is missing. */
  endLine: line,
});
export type Diagram = z.infer<typeof diagramSchema>;

/** What the language server answers. */
export const diagramsSchema = z.array(diagramSchema);

/** The document that is shown. */
export const documentSchema = z.object({
  uri: z.string(),
  name: z.string(),
  /** Its folder as a user reads it, relative to the workspace; empty for none. */
  folder: z.string(),
});
export type ShownDocument = z.infer<typeof documentSchema>;

/** From the extension to the page. */
export const toPageSchema = z.discriminatedUnion("kind", [
  /** The document and all its diagrams, in its order; each replaces what was shown before. */
  z.object({
    kind: z.literal("show"),
    revision: z.int(),
    document: documentSchema,
    diagrams: diagramsSchema,
  }),
  /** There is no document to show. */
  z.object({ kind: z.literal("nothing") }),
  /** The diagrams cannot be had; those on the page stay. */
  z.object({ kind: z.literal("problem"), message: z.string() }),
]);
export type ToPage = z.infer<typeof toPageSchema>;

/** From the page to the extension. */
export const fromPageSchema = z.discriminatedUnion("kind", [
  /** The page listens from now on. */
  z.object({ kind: z.literal("ready") }),
  /** Open this line of the document in an editor. */
  z.object({ kind: z.literal("reveal"), uri: z.string(), line }),
  /** Open the document and put a first diagram into it. */
  z.object({ kind: z.literal("insertDiagram"), uri: z.string() }),
  /** A link inside a picture was followed. */
  z.object({
    kind: z.literal("openLink"),
    href: text.check(z.regex(/^(https?:\/\/|mailto:)/i)),
  }),
  /** Nothing is left to render of this revision. */
  z.object({
    kind: z.literal("rendered"),
    revision: z.int(),
    /** Ids of the diagrams drawn since the last such message. */
    drawn: z.array(z.string()),
    broken: z.array(z.object({ id: z.string(), line, message: text })),
    /** Of rendering alone. */
    milliseconds: z.number(),
  }),
  /** Something of the page's own went wrong: for the log. */
  z.object({ kind: z.literal("problem"), message: text }),
]);
export type FromPage = z.infer<typeof fromPageSchema>;

/** What a page keeps over a reload of the window; the extension reads `uri` of it. */
export const viewStateSchema = z.object({
  uri: z.string(),
  /** The diagram at the top by its number, and how far its top is below that of the page, in pixels. */
  anchor: z.optional(z.object({ index: line, offset: z.number() })),
  /** Heights of the pictures, in pixels, so that the page has its length before they are drawn. */
  heights: z.array(z.number()),
});
export type ViewState = z.infer<typeof viewStateSchema>;

/** A checked message, or in one line why it is none. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

/** Checks what came from the other side. Never throws. */
export function check<T>(schema: z.ZodMiniType<T>, value: unknown): Checked<T> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const issues = result.error.issues.slice(0, 3).map((issue) => {
    const place = issue.path.length > 0 ? issue.path.join(".") : "message";
    return `${place} (${issue.code})`;
  });
  return { ok: false, problem: `does not fit the protocol: ${issues.join(", ")}` };
}
