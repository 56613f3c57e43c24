import type { StateFact } from "../../behaviour/states";
import type { DiagramText } from "../diagramText";
import { mermaidLabel } from "../label";
import { reservedStates } from "../reservedStates";

/** The states of a field, with an arrow for each assignment of which the code says from where. */
export function statusMachine({
  members,
  initial,
  transitions,
}: StateFact): readonly DiagramText[] {
  const lines = new Map<string, DiagramText>();
  const add = (text: string, place?: DiagramText["place"]): void => {
    if (!lines.has(text)) lines.set(text, { text: `    ${text}`, place });
  };
  for (const name of members) {
    add(isPlainId(name) ? name : `state "${mermaidLabel(name)}" as ${stateId(name)}`);
  }
  for (const { to, path, line } of initial) add(`[*] --> ${stateId(to)}`, { path, line });
  for (const { from = [], to, by, path, line } of transitions) {
    for (const one of from) {
      add(`${stateId(one)} --> ${stateId(to)}: ${mermaidLabel(by)}`, { path, line });
    }
  }
  for (const { from, to, by, path, line } of transitions) {
    if (from === undefined) add(`%% TODO: from which states ${by} leads to ${to}`, { path, line });
  }
  return [{ text: "stateDiagram-v2" }, ...lines.values()];
}

function stateId(name: string): string {
  return isPlainId(name) ? name : `s_${name.replace(/[^A-Za-z0-9_]/g, "_")}`;
}

/** Whether Mermaid takes a name for the id of a state. */
function isPlainId(name: string): boolean {
  return /^[A-Za-z]\w*$/.test(name) && !reservedStates.test(name);
}
