import type { MermaidConfig } from "mermaid";
import * as z from "zod/mini";

/** From the page to the frame: what it is to draw, one at a time. */
export interface Job {
  readonly source: string;
  /** The id of the picture's root element. */
  readonly id: string;
  /** The page's theme. */
  readonly config: MermaidConfig;
  /** The same without colours, for a diagram that names a theme of its own. */
  readonly plainConfig: MermaidConfig;
}

const line = z.int().check(z.nonnegative());

const partSchema = z.object({
  kind: z.enum(["node", "edge", "message", "note", "field"]),
  /** What it is called: its words, and of an edge its ends. */
  label: z.string(),
  /** What stands on it in the picture, perhaps nothing. */
  words: z.string(),
  /** Zero-based line of the source. */
  line,
});
/** Something in a picture that a reader can point at. Elements of the picture name it by its index in `data-part`. */
export type Part = Readonly<z.infer<typeof partSchema>>;

/** From the frame to the page: one for each job. */
export const answerSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("picture"),
    markup: z.string(),
    parts: z.array(partSchema),
    /** The card it wants where the diagram brings a theme of its own. */
    card: z.optional(z.enum(["light", "dark"])),
    /** What Mermaid has taken. */
    milliseconds: z.number(),
  }),
  /** Mermaid does not take the source; in plain words, at a zero-based line of it. */
  z.object({ kind: z.literal("refused"), line, message: z.string() }),
  /** The source has more edges than the configuration allows. */
  z.object({ kind: z.literal("tooManyEdges") }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** What the frame says beside answers: that it can draw from now on, that it wants more code, what went wrong, for the log. */
export const wordSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("needsLibraries") }),
  z.object({ kind: z.literal("problem"), message: z.string() }),
]);

export const fromFrameSchema = z.union([answerSchema, wordSchema]);
