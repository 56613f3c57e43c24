import { backendOf } from "../../../detection/backends";
import { settingsAccess } from "../../../detection/settingsAccess";
import type { LineInsertion } from "../../../edits/fixEdits";
import { ancestors } from "../../../evaluation/classes";
import type { ClassV } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import type { CodeBase } from "../../../project/codeBase";
import { importsReach } from "../../../project/importsReach";
import type { AnnAssign } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import { missingImports } from "../../../python/edit/imports";
import type { PythonFile } from "../../../python/pythonFile";
import type { Report } from "../../rule";
import type { ConfigurationUse } from "./configurationUses";
import type { Literal } from "./literals";
import { settingName } from "./settingName";

/**
 * Moves a literal to the settings class of its backend: a field with the literal as its default, or with none where it is
 * a credential, which no file is to hold. None where a backend has no one way to its settings, where the settings import
 * the file, or where the literal is a part of something larger.
 */
export function settingsFix(
  literal: Literal,
  use: ConfigurationUse,
  file: PythonFile,
  code: CodeBase,
): Report<string>["fix"] {
  const { node } = literal;
  if (node.nodeType !== "Constant" || file.parent(node)?.nodeType === "MatchValue")
    return undefined;
  if (typeof node.value !== "string" && node.value !== true) return undefined;
  const way = wayToSettings(file, code);
  if (way === undefined) return undefined;
  const access = accessIn(way, literal, file);
  const field = fieldOf(way.class, literal, use, file, code);
  if (access === undefined || field === undefined) return undefined;
  return {
    title:
      use.what === "credential"
        ? `Read it from ${way.class.name}, without a default`
        : `Move it to ${way.class.name}`,
    edits: {
      replacements: [{ range: rangeOf(node), newText: `${access.expression}.${field.name}` }],
      insertions: access.imports,
    },
    elsewhere: new Map([[way.class.path, { replacements: [], insertions: [field.insertion] }]]),
  };
}

/** A settings class, and the variable or function that gives an object of it. */
interface WayToSettings {
  readonly class: ClassV;
  readonly module: string;
  readonly name: string;
  readonly isCalled: boolean;
}

function wayToSettings(file: PythonFile, code: CodeBase): WayToSettings | undefined {
  const own = backendOf(file.path, code);
  if (own === undefined) return undefined;
  const access = settingsAccess(own, code);
  const dotted = access.instance.value ?? access.function.value;
  if (dotted === undefined) return undefined;
  const { instances, getters } = backend.settings(code);
  const cut = dotted.lastIndexOf(".");
  const module = dotted.slice(0, cut);
  const name = dotted.slice(cut + 1);
  const isCalled = access.instance.value === undefined;
  const given = isCalled
    ? getters.find((one) => one.function.module === module && one.function.name === name)
    : instances.find((one) => one.module === module && one.name === name);
  if (given === undefined || given.class.path === file.path) return undefined;
  if (`${given.class.module}.${given.class.qualname}` !== access.class.value) return undefined;
  // What is installed apart, each with a root of its own, does not share settings.
  if (code.nameOf(given.class.path).root !== code.nameOf(file.path).root) return undefined;
  const holder = given.place.path;
  if (holder === file.path || importsReach(holder, file.path, code)) return undefined;
  return { class: given.class, module, name, isCalled };
}

/** How the settings are reached where the literal stands; `undefined` where another thing has their name. */
function accessIn({ module, name, isCalled }: WayToSettings, { node }: Literal, file: PythonFile) {
  const expression = isCalled ? `${name}()` : name;
  const imports = missingImports([{ module, name }], file, node);
  return imports && { expression, imports };
}

/** The names that a settings class has already, and those of the classes it inherits from. */
function namesOf(of: ClassV): ReadonlySet<string> {
  const own = ancestors(of).flatMap((one) => (one.kind === "class" ? [one] : []));
  return new Set(
    own.flatMap(({ members, annotations }) => [...members.keys(), ...annotations.keys()]),
  );
}

/** The field that holds the literal from now on, below the last one of the class. */
function fieldOf(
  of: ClassV,
  literal: Literal,
  use: ConfigurationUse,
  file: PythonFile,
  code: CodeBase,
): { readonly name: string; readonly insertion: LineInsertion } | undefined {
  const fields = of.node.body.filter(
    (one): one is AnnAssign => one.nodeType === "AnnAssign" && one.target.nodeType === "Name",
  );
  const last = fields.at(-1);
  if (last === undefined) return undefined;
  const isUpper = [...of.annotations.keys()].every((name) => name === name.toUpperCase());
  const name = settingName(literal, use, namesOf(of), code);
  const written = isUpper ? name.toUpperCase() : name;
  const isFlag = use.what === "flag";
  const value =
    use.what === "credential" ? "" : ` = ${file.document.getText(rangeOf(literal.node))}`;
  const lines = `${" ".repeat(last.character)}${written}: ${isFlag ? "bool" : "str"}${value}`;
  const comment = code
    .factsOf(of.path)
    ?.comments.find(({ range }) => range.start.line === last.endLine);
  const at = comment?.range.end ?? rangeOf(last).end;
  return { name: written, insertion: { at, lines, lead: "\n", trail: "" } };
}
