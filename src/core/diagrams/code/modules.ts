import type { CodePlace } from "../../behaviour/place";
import type { CodeBase } from "../../project/codeBase";
import { moduleNamed } from "../../project/importsReach";
import type { DiagramText } from "../diagramText";
import { mermaidLabel } from "../label";
import type { DrawnCode } from "./codeDiagram";
import { MermaidIds } from "./mermaidIds";
import { type Unit, unitsOf } from "./units";

/** From this many parts on they stand in the folders that hold them. */
const mostWithoutFolders = 12;

/**
 * The parts of the backend and which of them import which.
 * @param files those that the diagram is of: their parts, and what these import or are imported by
 */
export function moduleDiagram(files: ReadonlySet<string>, code: CodeBase): DrawnCode {
  const byFile = unitsOf(code);
  const asked = new Set([...byFile].flatMap(([path, unit]) => (files.has(path) ? [unit] : [])));
  const edges = new Map<string, { from: Unit; to: Unit; count: number; place: CodePlace }>();
  for (const [path, from] of byFile) {
    for (const statement of code.outlineOf(path)) {
      for (const one of statement.imports) {
        const target = code.resolve(moduleNamed(one, path, code), path) ?? undefined;
        const to = target === undefined ? undefined : byFile.get(target);
        if (to === undefined || to === from || !(asked.has(from) || asked.has(to))) continue;
        const key = `${from.path} ${to.path}`;
        const place = { path, line: statement.line + 1 };
        const known = edges.get(key) ?? { from, to, count: 0, place };
        known.count += 1;
        edges.set(key, known);
      }
    }
  }
  const all = [...edges.values()].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
  // A package that only holds others is no part of its own.
  const own = [...asked].filter(({ files: held }) =>
    held.some((one) => !/(?:^|\/)__init__\.py$/.test(one)),
  );
  const units = [...new Set([...own, ...all.flatMap(({ from, to }) => [from, to])])].sort(compare);
  const ids = new MermaidIds("m");
  const lines: DiagramText[] = [{ text: "flowchart LR" }, ...nodes(units, ids)];
  for (const { from, to, count, place } of all) {
    const label = count === 1 ? "" : `|"${count} imports"|`;
    lines.push({
      text: `    ${ids.of(from.name, from)} -->${label} ${ids.of(to.name, to)}`,
      place,
    });
  }
  return { lines, notes: [] };
}

function nodes(units: readonly Unit[], ids: MermaidIds): readonly DiagramText[] {
  const node = (unit: Unit, indent: string): DiagramText => {
    const [first = unit.path] = unit.files;
    const text = `${indent}${ids.of(unit.name, unit)}["${mermaidLabel(unit.name)}"]`;
    return { text, place: { path: first, line: 1 } };
  };
  if (units.length <= mostWithoutFolders) return units.map((unit) => node(unit, "    "));
  const folders = new Map<string, Unit[]>();
  for (const unit of units) {
    const cut = unit.name.includes("/")
      ? unit.name.slice(0, unit.name.lastIndexOf("/"))
      : unit.isModule
        ? "modules"
        : "";
    folders.set(cut, [...(folders.get(cut) ?? []), unit]);
  }
  return [...folders].flatMap(([folder, held]) =>
    folder === "" || held.length === 1
      ? held.map((unit) => node(unit, "    "))
      : [
          { text: `    subgraph ${ids.of(`in ${folder}`)}["${mermaidLabel(folder)}"]` },
          ...held.map((unit) => node(unit, "        ")),
          { text: "    end" },
        ],
  );
}

function compare(a: Unit, b: Unit): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
