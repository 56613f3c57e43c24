import { renderFlowchart } from "../../../diagrams/flowchart";
import { mermaidLabel } from "../../../diagrams/label";
import { renderSequence } from "../../../diagrams/sequence";
import { reservedStates } from "../../content/shared/diagrams";
import { routerName } from "../endpoints";
import type { CodeFacts, EndpointFact, StateFact } from "../facts";

/** Gives each name an id that Mermaid takes, the same for the same name. */
class Ids {
  private readonly known = new Map<string, string>();

  of(name: string): string {
    const found = this.known.get(name) ?? `${this.prefix}${this.known.size + 1}`;
    this.known.set(name, found);
    return found;
  }

  constructor(private readonly prefix: string) {}
}

/** The callers of a module, its parts and what it needs, as its calls join them. */
export function architecture(facts: CodeFacts, name: string): string {
  const { endpoints, tasks, services, dependencies } = facts;
  const ids = new Ids("n");
  const calls = endpoints.flatMap((one) => one.calls);
  const edges = new Map<string, { from: string; to: string }>();
  const join = (from: string, to: string): void => {
    if (from !== to) edges.set(`${from} ${to}`, { from: ids.of(from), to: ids.of(to) });
  };
  for (const { from, to } of calls) join(from, to);
  const parts = [...new Set(calls.flatMap(({ from, to }) => [from, to]))];
  const classes = services.filter(({ isClass }) => isClass).map((one) => one.name);
  const own =
    classes.length > 0 ? classes : services.length > 0 && parts.length === 0 ? [name] : [];
  const outside = new Map(dependencies.map((one) => [one.name, one]));
  const callers = [
    ...(endpoints.length > 0 ? [routerName] : []),
    ...(tasks.length > 0 ? ["Worker"] : []),
  ];
  const all = [...new Set([...callers, ...own, ...parts, ...outside.keys()])];
  const [main = callers[0] ?? name] = own;
  for (const one of outside.keys()) if (!parts.includes(one)) join(main, one);
  if (tasks.length > 0 && main !== "Worker") join("Worker", main);
  if (all.length === 0) all.push(name);
  return renderFlowchart({
    direction: "LR",
    nodes: all.map((label) => ({
      id: ids.of(label),
      label,
      shape: outside.get(label)?.shape ?? "box",
    })),
    edges: [...edges.values()],
  });
}

/** The calls that an endpoint makes, in the order of the code. */
export function endpointSequence({ method, route, status, response, calls }: EndpointFact): string {
  const ids = new Ids("p");
  const parts = [
    ...new Set(["Client", routerName, ...calls.flatMap(({ from, to }) => [from, to])]),
  ];
  const answer = [status, response].filter((one) => one !== undefined).join(" ");
  return renderSequence({
    participants: parts.map((label) => ({ id: ids.of(label), label })),
    steps: [
      { kind: "call", from: ids.of("Client"), to: ids.of(routerName), text: `${method} ${route}` },
      ...calls.map(
        ({ from, to, text }) =>
          ({ kind: "call", from: ids.of(from), to: ids.of(to), text }) as const,
      ),
      { kind: "answer", from: ids.of(routerName), to: ids.of("Client"), text: answer || "answer" },
    ],
  });
}

/** Whether Mermaid takes a name for the id of a state. */
function isPlainId(name: string): boolean {
  return /^[A-Za-z]\w*$/.test(name) && !reservedStates.test(name);
}

/** The states of a field, with an arrow for each assignment of which the code says from where. */
export function stateDiagram({ members, initial, transitions }: StateFact): string {
  const id = (name: string): string =>
    isPlainId(name) ? name : `s_${name.replace(/[^A-Za-z0-9_]/g, "_")}`;
  const arrows = transitions.flatMap(({ from = [], to, by }) =>
    from.map((one) => `${id(one)} --> ${id(to)}: ${mermaidLabel(by)}`),
  );
  const open = transitions.filter(({ from }) => from === undefined);
  return [
    "stateDiagram-v2",
    ...[
      ...members.map((name) =>
        isPlainId(name) ? name : `state "${mermaidLabel(name)}" as ${id(name)}`,
      ),
      ...initial.map(({ to }) => `[*] --> ${id(to)}`),
      ...new Set(arrows),
      ...new Set(open.map(({ to, by }) => `%% TODO: from which states ${by} leads to ${to}`)),
    ].map((line) => `    ${line}`),
  ].join("\n");
}
