import * as z from "zod";

/**
 * The shape of a document format as data. The formats of the product are files beside this one; a team's own are
 * YAML of the same shape. One description serves to render a document, to check it, to complete in it and to
 * find a section in it.
 */

/** When a part is there at all: what of the answers or the code calls for it. */
export const partConditions = [
  "status-field",
  "version-field",
  "external-dependency",
  "list-operation",
] as const;

const held = {
  required: z.boolean().default(true).describe("Whether it may not be left out."),
  hint: z
    .string()
    .min(1)
    .optional()
    .describe("What to write there, as it follows the word TODO. Absent: the section's."),
};

/** One thing that stands below a heading. */
const holdingSchema = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("paragraph"), ...held }),
    z.strictObject({ kind: z.literal("list"), ordered: z.boolean().default(false), ...held }),
    z.strictObject({
      kind: z.literal("table"),
      columns: z.array(z.string().min(1)).min(1).describe("The header's cells, in order."),
      ids: z
        .string()
        .regex(/^[A-Z]+$/, "Expected upper-case letters such as BR.")
        .optional()
        .describe("What the IDs of the first column start with: BR for BR-001."),
      ...held,
    }),
    z.strictObject({
      kind: z.literal("fence"),
      language: z.string().min(1).describe("The word behind the fence's marks."),
      diagram: z.string().min(1).optional().describe("The first keyword of a Mermaid diagram."),
      ...held,
    }),
  ],
  "Expected one of the kinds paragraph, list, table and fence.",
);

export type Holding = z.infer<typeof holdingSchema>;
export type HoldingInput = z.input<typeof holdingSchema>;

const headingText = z
  .string()
  .regex(/^\S(?:.*\S)?$/, "Expected a heading's text on one line, without blanks at its ends.");

export const sectionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "Expected lower-case words with dashes.")
    .describe("The name by which code knows the section; unique within its format."),
  heading: headingText.describe("Its text; `<word>` stands for any text."),
  aliases: z.array(headingText).default([]).describe("Other texts that it is found by."),
  level: z.int().min(1).max(6),
  required: z.boolean().default(true).describe("Whether a document without it is incomplete."),
  repeats: z
    .boolean()
    .default(false)
    .describe("Whether it stands once for each thing it is about."),
  when: z
    .enum(partConditions)
    .optional()
    .describe("What calls for it. Absent: it is always there."),
  about: z
    .string()
    .min(1)
    .describe("What belongs there, for hover and as the text of its TODO mark."),
  holds: z.array(holdingSchema).default([]).describe("What stands below its heading, in order."),
  get parts(): z.ZodOptional<z.ZodArray<typeof sectionSchema>> {
    return z.array(sectionSchema).optional();
  },
});

export type SectionFormat = z.infer<typeof sectionSchema>;

export const formatSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9-]*$/, "Expected a lower-case word."),
    title: headingText.describe("The document's first heading; `<name>` is what it is about."),
    titleLevel: z.int().min(1).max(6).default(1),
    file: z
      .string()
      .regex(/^[\w.<>-]+\.md$/, "Expected a file name such as module-<name>.md.")
      .describe("The document's file; `<name>` is the name in kebab-case."),
    frontMatter: z.array(z.string().min(1)).describe("Keys of its front matter, in order."),
    fields: z
      .array(z.string().min(1))
      .default([])
      .describe("Lines such as **Date** between title and first section."),
    sections: z.array(sectionSchema).min(1),
  })
  .superRefine((format, context) => {
    const ids = new Set<string>();
    const check = (sections: readonly SectionFormat[], level: number, path: PropertyKey[]) => {
      for (const [index, section] of sections.entries()) {
        const at = [...path, index];
        if (ids.has(section.id)) {
          const message = `The id ${section.id} is taken.`;
          context.addIssue({ code: "custom", path: [...at, "id"], message });
        }
        ids.add(section.id);
        if (section.level <= level) {
          const message = `Expected a level deeper than ${level}, that of the heading around it.`;
          context.addIssue({ code: "custom", path: [...at, "level"], message });
        }
        check(section.parts ?? [], section.level, [...at, "parts"]);
      }
    };
    check(format.sections, format.titleLevel, ["sections"]);
  });

/** A format, checked and with its defaults. */
export type Format = z.infer<typeof formatSchema>;
/** A format as it is written. */
export type FormatInput = z.input<typeof formatSchema>;
export type SectionInput = z.input<typeof sectionSchema>;

/** All sections of a format in order, each before its parts. */
export function allSectionFormats(sections: readonly SectionFormat[]): SectionFormat[] {
  return sections.flatMap((section) => [section, ...allSectionFormats(section.parts ?? [])]);
}
