import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { Templates } from "../core/scaffold/render";

/** The templates as the build lays them beside the bundles. @param folder where `templates.json` is. */
export async function templatesIn(folder: string): Promise<Templates> {
  const text = await readFile(join(folder, "templates.json"), "utf8");
  return z.record(z.string(), z.string()).parse(JSON.parse(text));
}
