import type { ProjectData } from "./data/projectData";
import { render, type Templates } from "./render";
import { tidyPython } from "./tidyPython";

/** A file as a template makes it. */
export interface ProducedFile {
  /** Below the project's folder, with forward slashes. */
  readonly path: string;
  readonly content: string;
  /** The template that it is made of. */
  readonly template: string;
}

/** What stands in templates' paths, such as `[package]` and `[settings]`, by the word in the brackets. */
export type PathNames = Readonly<Record<string, string>>;

const ending = ".liquid";

/**
 * The files that the templates of a scaffold make: those of its profile and those that both profiles have in common.
 * Throws a `TemplateError`.
 * @param scaffold the folder below `templates/<profile>/`: `project`
 */
export function produce(
  templates: Templates,
  profile: ProjectData["profile"],
  scaffold: string,
  names: PathNames,
  data: object,
): ProducedFile[] {
  const folders = [`common/${scaffold}/`, `${profile}/${scaffold}/`];
  const files = folders.flatMap((folder) => {
    const inside = Object.keys(templates).filter(
      (path) => path.startsWith(folder) && path.endsWith(ending),
    );
    return inside.map((template) => {
      const path = producedPath(template.slice(folder.length, -ending.length), names);
      const text = render(template, templates[template] ?? "", data);
      return { path, content: path.endsWith(".py") ? tidyPython(text) : tidyText(text), template };
    });
  });
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function producedPath(path: string, names: PathNames): string {
  return path.replace(/\[([A-Za-z]+)\]/g, (written, name: string) =>
    Object.hasOwn(names, name) ? (names[name] ?? "") : written,
  );
}

/** One line break at the end, and none before the first line. */
function tidyText(text: string): string {
  return `${text.replace(/^\s*\n/, "").trimEnd()}\n`;
}
