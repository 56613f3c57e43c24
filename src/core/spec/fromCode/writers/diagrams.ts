import { queueName } from "../../../behaviour/outsideCalls";
import { callsIn, routerName } from "../../../behaviour/requestFlow";
import { MermaidIds } from "../../../diagrams/code/mermaidIds";
import { requestSequence } from "../../../diagrams/code/requestSequence";
import { statusMachine } from "../../../diagrams/code/statusMachine";
import type { DiagramText } from "../../../diagrams/diagramText";
import { renderFlowchart } from "../../../diagrams/flowchart";
import type { CodeFacts, EndpointFact, StateFact } from "../facts";

/** The callers of a module, its parts and what it needs, as its calls join them. */
export function architecture(facts: CodeFacts, name: string): string {
  const { endpoints, tasks, services, dependencies } = facts;
  const ids = new MermaidIds("n");
  const calls = endpoints.flatMap((one) => callsIn(one.flow.steps));
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
  for (const { name: one, by } of dependencies) {
    const users = own.filter((part) => by.includes(part));
    // Beside several classes, what only functions lead to belongs to none of them.
    const [only = callers[0] ?? name, another] = own;
    const from = users.length > 0 || another !== undefined ? users : [only];
    if (!parts.includes(one)) for (const user of from) join(user, one);
  }
  for (const { kind } of tasks) if (outside.has(queueName(kind))) join(queueName(kind), "Worker");
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
export function endpointSequence(endpoint: EndpointFact): string {
  const { method, route, status, response, flow, path, line } = endpoint;
  const asked = { caller: "Client", text: `${method} ${route}`, place: { path, line } };
  return textOf(requestSequence({ ...asked, status, response, flow }));
}

/** The states of a field, with an arrow for each assignment of which the code says from where. */
export function stateDiagram(state: StateFact): string {
  return textOf(statusMachine(state));
}

function textOf(lines: readonly DiagramText[]): string {
  return lines.map(({ text }) => text).join("\n");
}
