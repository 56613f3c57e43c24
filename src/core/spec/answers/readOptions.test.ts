import { expect, test } from "vitest";
import { type AnswerOptions, readOptions } from "./readOptions";
import { answersSchema } from "./schema";

const none: AnswerOptions = {
  entity: [],
  dependency: [],
  operation: [],
  rule: [],
  owns: [],
  doesNotOwn: [],
  sensitive: [],
};

test("options say what an answers file says", () => {
  const read = readOptions({
    entity: ["Score metric:str(64), status:enum(queued,done)=queued", "Run"],
    dependency: [
      "redis",
      "Stripe=external-api,timeout=8s,fallback=none, for now",
      "queue,timeout=1s",
    ],
    operation: ["create", "compute(submission_id: UUID, force: bool) -> Score", "sweep() -> None"],
    rule: ["Empty predictions score 0.0"],
    owns: ["scores"],
    doesNotOwn: ["submissions"],
    sensitive: ["reference_answers"],
  });
  expect(read).toEqual(
    answersSchema.parse({
      entities: [
        { name: "Score", fields: ["metric:str(64)", "status:enum(queued,done)=queued"] },
        { name: "Run" },
      ],
      dependencies: [
        "redis",
        { name: "Stripe", kind: "external-api", timeout: "8s", fallback: "none, for now" },
        { kind: "queue", timeout: "1s" },
      ],
      operations: [
        "create",
        { name: "compute", input: "submission_id: UUID, force: bool", output: "Score" },
        { name: "sweep", output: "None" },
      ],
      rules: ["Empty predictions score 0.0"],
      owns: ["scores"],
      "does-not-own": ["submissions"],
      sensitive: ["reference_answers"],
    }),
  );
});

test("options add to what a file says", () => {
  const answers = answersSchema.parse({ entities: [{ name: "Run" }], rules: ["One"] });
  const read = readOptions({ ...none, entity: ["Score"], rule: ["Two"] }, answers);
  expect(read).toMatchObject({
    entities: [{ name: "Run" }, { name: "Score" }],
    rules: ["One", "Two"],
  });
});

test.each<[Partial<AnswerOptions>, string]>([
  [{ entity: ["Score metric:strr"] }, '--entity "Score metric:strr": '],
  [{ entity: ["Score", "score"] }, '--entity "score": There is an entity “Score” already.'],
  [
    { dependency: ["mysql"] },
    '--dependency "mysql": There is no kind of dependency “mysql”. Choose one of: postgresql,',
  ],
  [{ dependency: ["A=queue,port=5"] }, '--dependency "A=queue,port=5": Unknown key "port"'],
  [
    { dependency: ["redis", "redis"] },
    '--dependency "redis": There is a dependency “redis” already.',
  ],
  [{ operation: ["compute("] }, '--operation "compute(": Expected a name, or one such as compute('],
  [
    { operation: ["compute", "Compute"] },
    '--operation "Compute": There is an operation “compute” already.',
  ],
])("%j is a problem", (options, message) => {
  const read = readOptions({ ...none, ...options });
  expect("problem" in read && read.problem).toContain(message);
});
