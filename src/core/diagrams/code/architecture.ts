import { outsideCall, queueName } from "../../behaviour/outsideCalls";
import { type CodePlace, placed } from "../../behaviour/place";
import { projectTargets } from "../../behaviour/projectTargets";
import { placeOf } from "../../behaviour/requestFlow";
import { backend } from "../../frameworks/backend";
import type { CodeBase } from "../../project/codeBase";
import type { DiagramText } from "../diagramText";
import { mermaidLabel } from "../label";
import type { DrawnCode } from "./codeDiagram";
import { MermaidIds } from "./mermaidIds";
import { type Unit, unitsOf } from "./units";

interface Node {
  readonly name: string;
  readonly open: string;
  readonly close: string;
  readonly place: CodePlace | undefined;
}

/**
 * The whole backend: its parts with their endpoints, the databases, queues and services that they talk to, and what works
 * apart from requests. @param files those that the diagram is of
 */
export function architectureDiagram(files: ReadonlySet<string>, code: CodeBase): DrawnCode {
  const parts = new Parts(files, code);
  parts.readEndpoints();
  parts.readCalls();
  parts.readTasks();
  return { lines: parts.lines(), notes: [] };
}

class Parts {
  private readonly units = new Map<Unit, { endpoints: number; place: CodePlace }>();
  private readonly outside = new Map<string, Node>();
  private readonly edges = new Map<string, DiagramText>();
  private readonly ids = new MermaidIds("n");
  private readonly byFile: ReadonlyMap<string, Unit>;

  constructor(
    private readonly files: ReadonlySet<string>,
    private readonly code: CodeBase,
  ) {
    this.byFile = unitsOf(code);
  }

  readEndpoints(): void {
    for (const { handler } of backend.routing(this.code).endpoints) {
      const unit = this.unitAt(handler.path);
      if (unit === undefined) continue;
      const known = this.units.get(unit);
      const place =
        handler.kind === "function" ? placeOf(handler) : { path: handler.path, line: 1 };
      this.units.set(unit, {
        endpoints: (known?.endpoints ?? 0) + 1,
        place: known?.place ?? place,
      });
      this.join("Client", unit, "", place);
    }
    if (this.units.size > 0)
      this.take({ name: "Client", open: "([", close: "])", place: undefined });
  }

  readCalls(): void {
    for (const path of [...this.byFile.keys()].sort()) {
      const from = this.unitAt(path);
      if (from === undefined) continue;
      for (const { effects } of this.code.functionRuns(path)) {
        for (const { call } of effects) {
          const place = placed(call.place);
          const outside = outsideCall(call, this.code);
          if (outside !== undefined) {
            const [open, close] =
              outside.shape === "database"
                ? ["[(", ")]"]
                : outside.shape === "queue"
                  ? ["[[", "]]"]
                  : ["[", "]"];
            this.take({ name: outside.name, open, close, place });
            this.join(from, outside.name, "", place);
            continue;
          }
          const [target] = projectTargets(call);
          const to = target && this.byFile.get(target.called.path);
          // What all share is no part that a picture of the whole shows.
          if (to?.isModule && from.isModule && to !== from) this.join(from, to, "", place);
        }
      }
    }
  }

  readTasks(): void {
    const { tasks, enqueues } = backend.tasks(this.code);
    for (const { task, place } of enqueues) {
      const from = this.unitAt(place.path);
      if (from === undefined || task === undefined) continue;
      const name = queueName(task.kind);
      this.take({ name, open: "[[", close: "]]", place: placed(place) });
      this.join(from, name, "", placed(place));
    }
    for (const task of tasks) {
      const name = queueName(task.kind);
      const unit = this.unitAt(task.place.path);
      if (unit === undefined || task.kind === "background") continue;
      this.take({ name, open: "[[", close: "]]", place: placed(task.place) });
      this.join(name, unit, "runs", placed(task.place));
    }
  }

  lines(): readonly DiagramText[] {
    const units = [...this.units.keys()].sort((a, b) => (a.path < b.path ? -1 : 1));
    const outside = [...this.outside.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const edges = [...this.edges.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
    return [
      { text: "flowchart LR" },
      ...outside.filter(({ name }) => name === "Client").map((node) => this.node(node)),
      { text: `    subgraph ${this.ids.of("Backend", this)}["Backend"]` },
      ...units.map((unit) => {
        const { endpoints = 0, place } = this.units.get(unit) ?? {};
        const count =
          endpoints === 0 ? "" : `, ${endpoints} ${endpoints === 1 ? "endpoint" : "endpoints"}`;
        const text = `        ${this.idOf(unit)}["${mermaidLabel(unit.name + count)}"]`;
        return { text, place };
      }),
      { text: "    end" },
      ...outside.filter(({ name }) => name !== "Client").map((node) => this.node(node)),
      ...edges,
    ];
  }

  private node({ name, open, close, place }: Node): DiagramText {
    return { text: `    ${this.idOf(name)}${open}"${mermaidLabel(name)}"${close}`, place };
  }

  private take(node: Node): void {
    if (!this.outside.has(node.name)) this.outside.set(node.name, node);
  }

  private join(from: Unit | string, to: Unit | string, label: string, place: CodePlace): void {
    for (const unit of [from, to]) {
      if (typeof unit === "string" || this.units.has(unit)) continue;
      this.units.set(unit, { endpoints: 0, place: { path: unit.files[0] ?? unit.path, line: 1 } });
    }
    const arrow = label === "" ? "-->" : `-->|"${label}"|`;
    const text = `    ${this.idOf(from)} ${arrow} ${this.idOf(to)}`;
    if (!this.edges.has(text)) this.edges.set(text, { text, place });
  }

  private idOf(node: Unit | string): string {
    return typeof node === "string" ? this.ids.of(node) : this.ids.of(node.name, node);
  }

  private unitAt(path: string): Unit | undefined {
    return this.files.has(path) ? this.byFile.get(path) : undefined;
  }
}
