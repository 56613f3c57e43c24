import { describe, expect, test } from "vitest";
import type { MemoryFileSystem } from "../testing/memoryFileSystem";
import { addField, addModule, root, scaffoldedProject, textOf } from "./testing";

/** Every file of a project but revisions and answers, by its path. */
async function texts(files: MemoryFileSystem, folder = root): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { name, kind } of await files.readDirectory(folder)) {
    const uri = `${folder}/${name}`;
    if (kind === "folder") Object.assign(found, await texts(files, uri));
    else if (!/migrations\/versions|scaffold\.yaml/.test(uri)) {
      found[uri.slice(root.length + 1)] = await textOf(files, uri.slice(root.length + 1));
    }
  }
  return found;
}

const kinds = [
  "title:str(20) unique",
  "code:uuid unique",
  "body:text?",
  "weight:float?",
  "price:decimal(12,2)=9.90",
  "active:bool=true index",
  "released:date? index",
  "seen:datetime=now",
  "kind:enum(book,long play)=book index",
  "extra:json={}",
  "days:list(date)?",
  "category:ref(categories)",
  "parent:ref(things)?",
  "editor:ref(users, null)?",
  "version:int",
];

/** What is there, what is added: each kind to each, and some at once. */
const combinations: (readonly [string[], string[]])[] = [
  ...kinds.flatMap((kind, index) =>
    [1, 4, 7].map((step): [string[], string[]] => [
      [kinds[(index + step) % kinds.length] ?? ""],
      [kind],
    ]),
  ),
  [kinds.slice(0, 7), kinds.slice(7)],
  [kinds.slice(7), kinds.slice(0, 7)],
  [["size:int"], kinds],
];

describe.each(["modular", "layered"] as const)("fields added to a %s module", (profile) => {
  test.each(combinations)("%j and %j make what both make at once", async (there, added) => {
    const [grown, whole] = [await project(profile), await project(profile)];
    await addModule(grown, "things", ...there);
    const scaffold = await addField(grown, "things", ...added);
    expect(scaffold).toMatchObject({ manual: [], conflicts: [] });
    await addModule(whole, "things", ...there, ...added);
    expect(await texts(grown)).toEqual(await texts(whole));
    const again = await addField(grown, "things", ...added);
    expect(again).toMatchObject({ plan: { creations: [], edits: [] }, manual: [] });
    const module = await addModule(grown, "things");
    expect(module).toMatchObject({ plan: { creations: [], edits: [] }, conflicts: [], manual: [] });
  });
});

async function project(profile: "modular" | "layered"): Promise<MemoryFileSystem> {
  const files = await scaffoldedProject("none", profile);
  await addModule(files, "categories", "name:str(40)");
  return files;
}
