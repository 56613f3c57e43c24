import type { FileSystem } from "../ports";
import { joinUri } from "../project/paths";
import type { Templates } from "./render";

/** Where a team keeps templates of its own, below the folder that commands run for. */
export const ownTemplatesFolder = ".backend-spec/templates";

/** The templates that a team has of its own, by the paths of those that they replace. */
export async function readOwnTemplates(root: string, fileSystem: FileSystem): Promise<Templates> {
  const folder = joinUri(root, ownTemplatesFolder);
  if ((await fileSystem.stat(folder))?.kind !== "folder") return {};
  const found: Record<string, string> = {};
  const read = async (path: string): Promise<void> => {
    for (const { name, kind } of await fileSystem.readDirectory(
      path === "" ? folder : joinUri(folder, path),
    )) {
      const inner = path === "" ? name : `${path}/${name}`;
      if (kind === "folder") await read(inner);
      else if (name.endsWith(".liquid")) {
        const bytes = await fileSystem.readFile(joinUri(folder, inner));
        found[inner] = new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
      }
    }
  };
  await read("");
  return found;
}
