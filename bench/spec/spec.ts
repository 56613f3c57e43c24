import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { scratch } from "../../scripts/vscode/scratch";
import { copyOf, EXAMPLE } from "../../test/host/launchers/paths";
import { Client } from "../../test/server/client";
import { type Figure, milliseconds } from "../figures";
import { Typist } from "../keystroke/typist";
import { percentile } from "../statistics";
import { partsModule } from "./backend";
import { documentOf, typed } from "./document";

/** Lines of the document that is typed into. */
const LINES = 3000;
/** Keys before the first one that counts. */
const WARM_UP = 60;
/** How often a document is made from code. */
const TIMES = 20;

/** Writing a spec, and filling one from code, through the built server over stdio. */
export async function measureSpec(): Promise<Figure[]> {
  const place = await scratch("bench");
  try {
    const folder = await copyOf(EXAMPLE, place.path);
    const module = join(folder, "bookshop/modules/parts");
    await mkdir(module);
    for (const [name, text] of Object.entries(partsModule())) {
      await writeFile(join(module, name), text);
    }
    const client = await Client.start([folder]);
    try {
      return [...(await typing(client, folder)), ...(await fromCode(client))];
    } finally {
      await client.stop();
    }
  } finally {
    await place.remove();
  }
}

async function typing(client: Client, folder: string): Promise<Figure[]> {
  const document = documentOf(LINES);
  const file = join(folder, "specs/001-order-service/parts.md");
  const typist = await Typist.open(client, file, document, "markdown");
  const times: number[] = [];
  for (const key of typed) times.push(await typist.type(key));
  const counted = times.slice(WARM_UP);
  const lines = document.text.split("\n").length;
  const name = (what: string) => `spec: keystroke, ${lines} lines, ${what} of ${counted.length}`;
  return [
    milliseconds(name("p50"), percentile(counted, 0.5)),
    milliseconds(name("p95"), percentile(counted, 0.95)),
    milliseconds(name("max"), percentile(counted, 1)),
  ];
}

/** The first time reads what no rule has asked for; it counts apart. */
async function fromCode(client: Client): Promise<Figure[]> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const began = performance.now();
    const answer: unknown = await client.connection.sendRequest("workspace/executeCommand", {
      command: "backend-spec.generateSpecFromCode",
      arguments: [{ from: "bookshop/modules/parts" }],
    });
    times.push(performance.now() - began);
    if (!JSON.stringify(answer).includes("delete_10")) throw new Error("no document was made");
  }
  const [first = 0, ...others] = times;
  const name = (what: string) => `spec: from code of 40 endpoints, ${what}`;
  return [
    milliseconds(name("first"), first),
    milliseconds(name(`p95 of ${others.length}`), percentile(others, 0.95)),
  ];
}
