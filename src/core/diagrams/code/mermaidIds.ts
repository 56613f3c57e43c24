/** Words that mean something to Mermaid in a flowchart, a class, state or sequence diagram. */
const reserved =
  /^(?:graph|flowchart|subgraph|end|class|classdef|click|style|linkstyle|direction|default|call|href|interpolate|participant|actor|box|as|loop|alt|opt|else|par|and|rect|note|over|left|right|of|activate|deactivate|title|links?|properties|details|create|destroy|critical|option|break|autonumber|acctitle|accdescr|namespace|(?:class|er|sequence|state)diagram|cssclass|callback|state|[ouvx]|td|tb|bt|lr|rl)$/i;

/** Gives each name an id that Mermaid takes in any diagram, the same for the same name: the name itself where it can be. */
export class MermaidIds {
  private readonly known = new Map<unknown, string>();
  private readonly taken = new Set<string>();

  /** @param prefix of ids whose names Mermaid would not take */
  constructor(private readonly prefix: string) {}

  /** @param key tells things of the same name apart; the name itself does unless told */
  of(name: string, key: unknown = name): string {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const words = name.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^_+|_+$/g, "");
    const plain =
      /^[A-Za-z]/.test(words) && !reserved.test(words) ? words : `${this.prefix}_${words}`;
    let id = plain;
    for (let count = 2; this.taken.has(id); count++) id = `${plain}_${count}`;
    this.known.set(key, id);
    this.taken.add(id);
    return id;
  }
}
