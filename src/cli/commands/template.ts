import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { joinUri } from "../../core/project/paths";
import { ownTemplatesFolder, readOwnTemplates } from "../../core/scaffold/ownTemplates";
import type { Templates } from "../../core/scaffold/render";
import { applyPlan } from "../../node/applyPlan";
import { nodeFileSystem } from "../../node/fileSystem";
import { templatesIn } from "../../node/templates";
import { exitCodes, UsageError } from "../exit";
import { colouredDiff, unifiedDiff } from "../output/unifiedDiff";

/** `backend-spec template list`: prints every template; those that the folder has of its own are marked. */
export async function runTemplateList(): Promise<number> {
  const { brought, own } = await templates();
  for (const name of [...new Set([...Object.keys(brought), ...Object.keys(own)])].sort()) {
    const note =
      own[name] === undefined ? "" : brought[name] === undefined ? "  (own)" : "  (ejected)";
    console.log(`${name}${note}`);
  }
  return exitCodes.clean;
}

/** `backend-spec template eject [NAME]`: copies templates into the folder, to be changed there. */
export async function runTemplateEject(name: string | undefined): Promise<number> {
  const { brought, own, root } = await templates();
  const chosen = named(brought, name).filter((path) => own[path] === undefined);
  const creations = chosen.map((path) => ({
    uri: joinUri(root, `${ownTemplatesFolder}/${path}`),
    content: brought[path] ?? "",
  }));
  try {
    await applyPlan({ title: "Eject templates", creations, edits: [] });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  for (const path of chosen) console.log(`${ownTemplatesFolder}/${path}`);
  if (chosen.length === 0) console.error("All of them are there already.");
  return exitCodes.clean;
}

/** `backend-spec template diff [NAME]`: how ejected templates differ from those that the product brings now. */
export async function runTemplateDiff(name: string | undefined): Promise<number> {
  const { brought, own, root } = await templates();
  let differ = false;
  for (const path of named(own, name)) {
    const before = own[path] ?? "";
    const after = brought[path];
    if (after === undefined || before === after) continue;
    differ = true;
    const uri = joinUri(root, `${ownTemplatesFolder}/${path}`);
    const diff = unifiedDiff({ uri, before, after }, process.cwd());
    process.stdout.write(process.stdout.isTTY ? colouredDiff(diff) : diff);
  }
  return differ ? exitCodes.findings : exitCodes.clean;
}

async function templates() {
  const root = pathToFileURL(resolve(".")).toString();
  const brought = await templatesIn(__dirname);
  return { root, brought, own: await readOwnTemplates(root, nodeFileSystem) };
}

/** The templates of a name: one, or all below a folder. Throws a `UsageError` where there is none. */
function named(all: Templates, name: string | undefined): string[] {
  const paths = Object.keys(all).sort();
  if (name === undefined) return paths;
  const chosen = paths.filter(
    (path) => path === name || path.startsWith(`${name.replace(/\/$/, "")}/`),
  );
  if (chosen.length === 0) {
    throw new UsageError(
      `There is no template “${name}”: \`backend-spec template list\` lists them.`,
    );
  }
  return chosen;
}
