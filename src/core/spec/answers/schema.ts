import * as z from "zod";

/** What a service can need. */
export const dependencyKinds = [
  "postgresql",
  "redis",
  "queue",
  "service",
  "external-api",
  "object-storage",
] as const;
export type DependencyKind = (typeof dependencyKinds)[number];

/** The operations that every model can have. */
export const commonOperations = ["create", "read", "list", "update", "delete"] as const;
export type CommonOperation = (typeof commonOperations)[number];

const words = z.string().trim().min(1, "Expected some text.").max(500);
const kind = z.string().pipe(
  z.enum(dependencyKinds, {
    error: ({ input }) =>
      `There is no kind of dependency “${String(input)}”. Choose one of: ${dependencyKinds.join(", ")}.`,
  }),
);
const aTime = "Expected a time such as 250ms, 5s or 2min.";
const time = z
  .string(aTime)
  .trim()
  .regex(/^\d+(?:\.\d+)?\s*(?:ms|s|m|min)$/, aTime);

const dependency = z.union([
  kind,
  z.strictObject({
    name: words
      .optional()
      .describe("What it is called, such as Stripe; its kind where it is left out."),
    kind,
    purpose: words.optional(),
    timeout: time.optional().describe("Such as 5s; a proposal where it is left out."),
    fallback: words.optional(),
    "health-check": words.optional(),
  }),
]);

const operation = z.union([
  words,
  z.strictObject({
    name: words,
    input: words.optional().describe("A type, or parameters such as score_id: UUID, force: bool."),
    output: words.optional().describe("A type."),
    description: words.optional(),
  }),
]);

/** What a user says of a service, all of it optional. */
export const answersSchema = z.strictObject({
  line: words.optional().describe("Name and purpose, where the command does not say them."),
  owns: z.array(words).default([]),
  "does-not-own": z.array(words).default([]),
  entities: z
    .array(z.strictObject({ name: words, fields: z.array(z.string()).default([]) }))
    .default([]),
  dependencies: z.array(dependency).default([]),
  operations: z.array(operation).default([]),
  rules: z.array(words).default([]),
  sensitive: z.array(words).default([]),
});

/** Answers as they are checked, fields still as text. */
export type Answers = z.output<typeof answersSchema>;
export type AnswersInput = z.input<typeof answersSchema>;

/** The answers of somebody who only gave a line. */
export const noAnswers: Answers = answersSchema.parse({});
