import { URI } from "vscode-uri";
import type { FileSystem } from "../../ports";
import { joinUri } from "../paths";
import { entriesOf } from "./pythonEnvironments";

/** What the `.pth` files of a `site-packages` folder add to it. */
export interface EditableInstalls {
  /** Folders that are searched like `site-packages` itself, as URIs. */
  readonly folders: readonly string[];
  /** Packages by their dotted names, with the folder or file that each is, as URIs. */
  readonly packages: ReadonlyMap<string, string>;
}

/**
 * Reads the `.pth` files of a `site-packages` folder: each line is a folder, or starts one of setuptools' finders
 * (`__editable___shop_1_0_finder.py`), which says in a literal `MAPPING` where each package is.
 */
export async function readEditableInstalls(
  fileSystem: FileSystem,
  sitePackages: string,
): Promise<EditableInstalls> {
  const folders: string[] = [];
  const packages = new Map<string, string>();
  for (const { name, kind } of await entriesOf(fileSystem, sitePackages)) {
    if (kind !== "file") continue;
    if (name.endsWith(".pth")) {
      const text = await readText(fileSystem, joinUri(sitePackages, name));
      for (const line of text.split(/\r\n|\r|\n/).map((one) => one.trim())) {
        if (line === "" || line.startsWith("#") || /^import\s/.test(line)) continue;
        folders.push(placeOf(line, sitePackages));
      }
    } else if (/^__editable__.*_finder\.py$/.test(name)) {
      const text = await readText(fileSystem, joinUri(sitePackages, name));
      const [, mapping = ""] = /^MAPPING\b[^=\n]*=\s*\{([^}]*)\}/m.exec(text) ?? [];
      for (const entry of mapping.matchAll(/(["'])([\w.]+)\1\s*:\s*(["'])((?:\\.|[^\\])*?)\3/g)) {
        const place = (entry[4] ?? "").replaceAll("\\\\", "\\");
        packages.set(entry[2] ?? "", placeOf(place, sitePackages));
      }
    }
  }
  return { folders, packages };
}

/** The URI of a path that a file of a `site-packages` folder names; a relative one starts there. */
function placeOf(path: string, sitePackages: string): string {
  const slashed = path.replaceAll("\\", "/");
  const isAbsolute = slashed.startsWith("/") || /^[A-Za-z]:\//.test(slashed);
  const base = URI.parse(sitePackages);
  const whole = isAbsolute ? slashed : `${base.path}/${slashed}`;
  const parts: string[] = [];
  for (const part of whole.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return base.with({ path: `/${parts.join("/")}` }).toString();
}

async function readText(fileSystem: FileSystem, uri: string): Promise<string> {
  try {
    return new TextDecoder().decode(await fileSystem.readFile(uri));
  } catch {
    return "";
  }
}
