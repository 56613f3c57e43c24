import mermaid from "mermaid";
import type { ReadDiagram } from "./parts";

type Diagram = Awaited<ReturnType<typeof mermaid.mermaidAPI.getDiagramFromText>>;
type Draw = Diagram["renderer"]["draw"];

const heard = new WeakSet<Diagram["renderer"]>();
let drawn: ReadDiagram | undefined;

/**
 * What Mermaid has read of the diagram that it drew last. Mermaid does not give it away, but hands it to the renderer of its
 * type: that is listened to from the first diagram of a type on, which is read once more for it.
 */
export async function lastRead(source: string): Promise<ReadDiagram> {
  if (drawn) return drawn;
  const read = await mermaid.mermaidAPI.getDiagramFromText(source);
  listenTo(read.renderer);
  return read;
}

/** Forgets what was drawn before. */
export function forgetLastRead(): void {
  drawn = undefined;
}

function listenTo(renderer: Diagram["renderer"]): void {
  if (heard.has(renderer)) return;
  heard.add(renderer);
  // Those that are modules cannot be listened to: their diagrams are read twice each time.
  if (!Object.getOwnPropertyDescriptor(renderer, "draw")?.writable) return;
  const draw: Draw = renderer.draw;
  renderer.draw = (text, id, version, diagram) => {
    drawn = diagram;
    return draw.call(renderer, text, id, version, diagram);
  };
}
