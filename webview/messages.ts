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
  /** For a diagram of code: the places that lines of `source` stand for. Its own lines are then those of the code. */
  links: z.optional(z.array(z.object({ from: line, uri: z.string(), line }))),
  /** What a diagram of code leaves out. */
  notes: z.optional(z.array(z.string())),
  /** It is of the code of the whole project, and has no line of its own. */
  ofProject: z.optional(z.boolean()),
});
export type Diagram = z.infer<typeof diagramSchema>;

/** What the language server answers. */
export const diagramsSchema = z.array(diagramSchema);

/** The document that is shown. */
export const documentSchema = z.object({
  uri: z.string(),
  name: z.string(),
  /** Whether its diagrams are made of it, or stand in it. */
  language: z.enum(["markdown", "python"]),
  /** Its folder as a user reads it, relative to the workspace; empty for none. */
  folder: z.string(),
});
export type ShownDocument = z.infer<typeof documentSchema>;

const codeKind = z.enum(["er", "class", "sequence", "state", "modules", "architecture"]);
export type CodeKind = z.infer<typeof codeKind>;

/** What the project of the document offers beside its diagrams. */
export const offersSchema = z.object({
  /** The kinds of diagrams of all its code, with how many things each shows. */
  whole: z.array(z.object({ kind: codeKind, count: z.number() })),
  /** Whether diagrams stand in the document that are made of code, and can be brought up to date. */
  hasRegions: z.boolean(),
});
export type Offers = z.infer<typeof offersSchema>;

/** How diagrams become files. */
export const drawOptionsSchema = z.object({
  format: z.enum(["svg", "png", "mmd"]),
  /** Of PNG: pixels for each of the picture's own. */
  scale: z.number().check(z.minimum(0.1), z.maximum(10)),
  /** A colour, `transparent`, or `theme` for that of the theme. */
  background: z.string().check(z.regex(/^[\w#(),.%\s-]{1,60}$/)),
  /** The colours: those of the preview now, or of a plain light or dark theme. */
  theme: z.enum(["preview", "light", "dark"]),
});
export type DrawOptions = z.infer<typeof drawOptionsSchema>;

export const drawnFileSchema = z.object({
  /** Without an ending; no two of one drawing share it. */
  name: z.string().check(z.regex(/^[\p{L}\p{N}-]{1,110}$/u)),
  content: z.string(),
  isBase64: z.boolean(),
});
export type DrawnFile = z.infer<typeof drawnFileSchema>;

/** What the preview takes on. */
export const limitsSchema = z.object({
  characters: z.int().check(z.positive()),
  edges: z.int().check(z.positive()),
});
export type Limits = z.infer<typeof limitsSchema>;

/** From the extension to the page. */
export const toPageSchema = z.discriminatedUnion("kind", [
  /** The document and all its diagrams, in its order; each replaces what was shown before. */
  z.object({
    kind: z.literal("show"),
    revision: z.int(),
    document: documentSchema,
    diagrams: diagramsSchema,
    /** The diagram that was asked for by its id, or by a line of the document: it is brought into view. */
    target: z.optional(z.union([z.object({ id: z.string() }), z.object({ line })])),
  }),
  /** The cursor stands on this line of a file that the page shows or leads to. */
  z.object({ kind: z.literal("cursor"), uri: z.string(), line }),
  /** Whether the page stays with its document, or follows the editor. */
  z.object({ kind: z.literal("locked"), locked: z.boolean() }),
  /** What a diagram may have; one with more is not drawn. */
  z.object({ kind: z.literal("limits"), limits: limitsSchema }),
  /** Draw these diagrams, or all, as files. */
  z.object({
    kind: z.literal("draw"),
    request: z.int(),
    ids: z.optional(z.array(z.string())),
    options: drawOptionsSchema,
  }),
  /** What else there is for the document. */
  z.object({ kind: z.literal("offers"), offers: offersSchema }),
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
  /** Open this line of the document, or of a file that its diagrams have links to, in an editor. */
  z.object({ kind: z.literal("reveal"), uri: z.string(), line }),
  /** Stay with the document, or follow the editor. */
  z.object({ kind: z.literal("lock"), locked: z.boolean() }),
  /** Write these diagrams, or all, to files: the extension asks how and where. */
  z.object({ kind: z.literal("export"), ids: z.optional(z.array(z.string())) }),
  /** What `draw` asked for. */
  z.object({
    kind: z.literal("drawn"),
    request: z.int(),
    files: z.array(drawnFileSchema),
    /** Of diagrams that cannot be drawn. */
    problems: z.array(text),
  }),
  /** Show diagrams of all code, of one kind. */
  z.object({ kind: z.literal("showWhole"), of: codeKind }),
  /** Bring the diagrams of the document that are made of code up to date. */
  z.object({ kind: z.literal("updateDiagrams") }),
  /** Show the preview's settings. */
  z.object({ kind: z.literal("openSettings") }),
  /** Put a text on the clipboard. */
  z.object({ kind: z.literal("copy"), text: z.string() }),
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
  /** The diagram that fills the panel by its number, and how it is looked at. */
  alone: z.optional(
    z.object({
      index: line,
      view: z.optional(z.object({ x: z.number(), y: z.number(), scale: z.number() })),
    }),
  ),
  rail: z.optional(z.boolean()),
  locked: z.optional(z.boolean()),
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
