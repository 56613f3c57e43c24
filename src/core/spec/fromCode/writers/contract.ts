import {
  bullets,
  type ContentBlock,
  fence,
  type Line,
  paragraph,
  type Span,
} from "../../content/blocks";
import type { SectionWriter } from "../../content/writer";
import type { CodeFacts, DependencyFact, EndpointFact, TaskFact } from "../facts";
import { notShown } from "../secrets";
import { architecture } from "./diagrams";
import { fromFacts, joined, linked, sentence, tableBy } from "./parts";
import { enumLines, modelLines, serviceLines, taskDefinition } from "./python";

const purposeMark = { todo: "what it is for" };
const notOwned = { todo: "what a caller might look for here, and which service has it" };

/** The tables of a module, which are what it owns. */
export function owned({ models }: CodeFacts): Span[] {
  const tables = models.filter(({ table, isOwn }) => table !== undefined && isOwn);
  if (tables.length === 0) return [{ todo: "the data that only this service changes" }];
  return joined(tables.map((one) => linked(one.name, one)));
}

/** What a module is for, in the words of the user or of the code. */
export function purposeSpan(purpose: string): Span {
  return purpose === "" ? purposeMark : sentence(purpose);
}

/** An endpoint with what it answers. */
export function endpointLine(endpoint: EndpointFact): Line {
  const { method, route, status, response, handler, summary } = endpoint;
  const answer: Span[] = [
    ...(status === undefined ? [] : [` answers ${status}`]),
    ...(response === undefined
      ? []
      : [status === undefined ? " answers " : " ", { code: response }]),
  ];
  const said = summary === "" ? "" : `: ${sentence(summary)}`;
  return [{ code: `${method} ${route}` }, ...answer, ", ", linked(`${handler}()`, endpoint), said];
}

/** What the dependencies are used for, with each place. */
export function dependencyList({ dependencies }: CodeFacts): ContentBlock {
  const items = dependencies.map(({ name, uses }): Line => {
    const shown = uses.slice(0, mostUses).map((one) => linked(one.text, one));
    const more = uses.length > mostUses ? [` and ${uses.length - mostUses} more`] : [];
    return [{ strong: name }, ": ", ...joined(shown), ...more];
  });
  return { kind: "list", items };
}

/** A dependency as a row of any format's table. */
export function dependencyRow({
  name,
  type,
  timeouts,
}: DependencyFact): Readonly<Record<string, Line>> {
  return {
    Dependency: name,
    Type: type,
    ...(timeouts.length > 0 && {
      Timeout: joined(timeouts.map(({ text, place }) => linked(text, place))),
    }),
  };
}

/** The tasks of a module, each with what bounds it. */
function taskLine(task: TaskFact): Line {
  const { name, kind, queue, maxRetries, timeLimitSeconds, schedule } = task;
  const said: Span[] = [
    ...(queue === undefined ? [] : [`queue ${queue}`]),
    maxRetries === undefined ? { todo: "how often it is tried again" } : `${maxRetries} retries`,
    timeLimitSeconds === undefined
      ? { todo: "how long it may run" }
      : `a time limit of ${timeLimitSeconds}s`,
    ...(schedule === undefined ? [] : [{ code: schedule }]),
  ];
  return [linked(name, task), `, a task of ${kind}: `, ...joined(said)];
}

/** The list of a module's tasks. */
export function taskBlocks({ tasks }: Pick<CodeFacts, "tasks">): readonly ContentBlock[] {
  return tasks.length === 0 ? [] : [paragraph("Tasks:"), bullets(...tasks.map(taskLine))];
}

/** The most places that are shown of one dependency. */
const mostUses = 8;

/** The settings that the code reads. */
export function settingLines({ settings }: CodeFacts): Line[] {
  return settings.map(
    (one): Line => [
      "Setting ",
      { code: one.environment },
      ` (${one.type}${one.default === undefined ? "" : `, default ${one.default}`})`,
      one.isSecret ? `, its default ${notShown}: ` : ": ",
      linked(one.name, one),
    ],
  );
}

/** What a module is and what other code can ask of it, as its code says. */
export const codeContract: Readonly<Record<string, SectionWriter>> = {
  responsibilities: fromFacts((facts, _, { purpose }) => [
    paragraph(
      purposeSpan(purpose),
      " It owns: ",
      ...owned(facts),
      ". It does not own: ",
      notOwned,
      ".",
    ),
  ]),

  architecture: fromFacts((facts, _, { name }) => [fence("mermaid", architecture(facts, name))]),

  dependencies: fromFacts((facts, section) => {
    const table = tableBy(section, facts.dependencies.map(dependencyRow));
    const settings = settingLines(facts);
    if (table === undefined && settings.length === 0) return undefined;
    return [
      ...(table === undefined ? [] : [...table, dependencyList(facts)]),
      ...(settings.length > 0 ? [bullets(...settings)] : []),
    ];
  }),

  "data-models": fromFacts(({ models, enums }) => {
    if (models.length + enums.length === 0) return undefined;
    const definitions = [...enums.map(enumLines), ...models.map(modelLines)];
    return [
      fence("python", definitions.map((lines) => lines.join("\n")).join("\n\n\n")),
      bullets(
        ...enums.map((one): Line => [linked(one.name, one), ": enumeration"]),
        ...models.map(
          (one): Line => [
            linked(one.name, one),
            one.table === undefined ? ": schema" : `: table ${one.table}`,
          ],
        ),
      ),
    ];
  }),

  interface: fromFacts(({ services, endpoints, tasks }, section) => {
    if (services.length + endpoints.length + tasks.length === 0) return undefined;
    const definitions = [...services.map(serviceLines), ...tasks.flatMap(taskDefinition)];
    const code = definitions.map((lines) => lines.join("\n")).join("\n\n\n");
    const missing = `# TODO: ${section.about}`;
    const methods = services.flatMap(({ name, methods: own }) =>
      own.map((one): Line => linked(`${name}.${one.name}()`, one)),
    );
    return [
      fence("python", code === "" ? missing : code),
      ...(methods.length > 0 ? [bullets(...methods)] : []),
      ...(endpoints.length > 0
        ? [paragraph("Endpoints:"), bullets(...endpoints.map(endpointLine))]
        : []),
      ...taskBlocks({ tasks }),
    ];
  }),
};
