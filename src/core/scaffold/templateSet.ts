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

/** What stands in templates' paths, such as `[package]`, by the word in the brackets. */
export type PathNames = Readonly<Record<string, string>>;

const ending = ".liquid";

/**
 * The files that the templates of a folder make, by their paths. Throws a `TemplateError`.
 * @param folder below `templates/`: `modular/project`
 */
export function produce(
  templates: Templates,
  folder: string,
  names: PathNames,
  data: object,
): ProducedFile[] {
  const inside = Object.keys(templates).filter(
    (path) => path.startsWith(`${folder}/`) && path.endsWith(ending),
  );
  return inside.sort().map((template) => {
    const path = producedPath(template.slice(folder.length + 1, -ending.length), names);
    const text = render(template, templates[template] ?? "", data);
    return { path, content: path.endsWith(".py") ? tidyPython(text) : tidyText(text), template };
  });
}

function producedPath(path: string, names: PathNames): string {
  return path.replace(/\[([a-z]+)\]/g, (written, name: string) =>
    Object.hasOwn(names, name) ? (names[name] ?? "") : written,
  );
}

/** One line break at the end, and none before the first line. */
function tidyText(text: string): string {
  return `${text.replace(/^\s*\n/, "").trimEnd()}\n`;
}
