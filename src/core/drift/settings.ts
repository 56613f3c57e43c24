import { placed } from "../behaviour/place";
import type { FixEdits } from "../edits/fixEdits";
import { backend } from "../frameworks/backend";
import type { Setting } from "../frameworks/settings/setting";
import { isOpen } from "../spec/document/cells";
import { setCell } from "../spec/document/edit";
import { replaced, rowBelow, withoutLines } from "../spec/document/fixEdits";
import type { SpecRow } from "../spec/document/specTable";
import { notShown, shownDefault } from "../spec/fromCode/secrets";
import { type Range, range } from "../text/range";
import { compareTypes } from "./compareTypes";
import type { Difference } from "./difference";
import { homeOf, type Sides } from "./sides";
import { ofStatus, statusAt } from "./status";
import { compareValues, plainValue } from "./values";

/** A setting as a spec has it. */
interface Said {
  readonly name: string;
  readonly environment: string;
  readonly range: Range;
  readonly whole: Range;
  readonly type: Part | undefined;
  readonly default: Part | undefined;
}

/** A part of what is said, with what writes another one there. */
interface Part {
  readonly text: string;
  readonly range: Range;
  edit(text: string): FixEdits;
}

/** Compares the configuration of a spec with the settings of the code. */
export function compareSettings(sides: Sides): readonly Difference[] {
  const { spec, facts } = sides;
  const table = spec.table("configuration");
  const rows = table?.rows.flatMap((row) => saidInRow(row)) ?? [];
  const said = [...rows, ...saidInLists(sides)];
  const matches = new Map(said.map((one) => [one, settingsOf(one, sides)]));
  const isByName = [...matches.values()].some((found) => found.length > 0);
  const known = new Set([...matches.values()].flat().map(({ environment }) => environment));
  const missing =
    rows.length === 0 || !isByName
      ? []
      : facts.settings.filter(({ environment }) => !known.has(environment));
  return [
    ...said.flatMap((one) => {
      const found = matches.get(one) ?? [];
      if (found.length === 0)
        return isByName || facts.settings.length > 0 ? lacking(one, sides) : [];
      const [setting] = found;
      return setting && found.length === 1 ? compareSetting(one, setting, sides) : [];
    }),
    ...missing.flatMap((one): Difference[] =>
      table === undefined
        ? []
        : [
            {
              kind: "config",
              sides: "only code",
              about: `the setting ${one.environment}`,
              range: table.table.header.range,
              place: one,
              edits: rowBelow(
                table.table,
                new Map([
                  ["Config", one.name],
                  ["Type", one.type],
                  ["Default", one.isSecret ? notShown : (one.default ?? "None")],
                  ["Environment Variable", one.environment],
                ]),
                spec,
              ),
            },
          ],
    ),
  ];
}

function saidInRow(row: SpecRow): readonly Said[] {
  const name = row.cell("Config");
  const variable = row.cell("Environment Variable");
  const at = variable && !isOpen(variable) ? variable : name;
  if (at === undefined || isOpen(at) || !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(at.text)) return [];
  const part = (column: string): Part | undefined => {
    const cell = row.cell(column);
    if (cell === undefined || isOpen(cell) || cell.text === notShown) return undefined;
    const edit = (text: string): FixEdits => {
      const isCode = /^`.*`$/.test(cell.source);
      return { replacements: [setCell(cell, isCode ? `\`${text}\`` : text)], insertions: [] };
    };
    return { text: cell.text, range: cell.range, edit };
  };
  return [
    {
      name: name?.text ?? "",
      environment: variable?.text ?? "",
      range: at.range,
      whole: row.row.range,
      type: part("Type"),
      default: part("Default"),
    },
  ];
}

const item =
  /^(\s*[-*+]\s+Setting\s+`)([\p{L}_][\p{L}\p{N}_]*)(`\s*\()([^,)]+)(?:(,\s*default\s+)([^)]*))?\)/u;

/** “- Setting `MAX_QUANTITY` (int, default 50)”, as a generated document has it. */
function saidInLists({ spec }: Sides): readonly Said[] {
  const { lines } = spec.markdown;
  const found: Said[] = [];
  for (let line = 0; line < lines.count; line++) {
    const text = lines.line(line);
    const [, lead, name, between = "", type = "", word = "", value] = item.exec(text) ?? [];
    if (lead === undefined || name === undefined) continue;
    const part = (from: number, length: number): Part => {
      const at = range(line, from, line, from + length);
      return {
        text: text.slice(from, from + length),
        range: at,
        edit: (given) => replaced(at, given),
      };
    };
    const typeAt = lead.length + name.length + between.length;
    found.push({
      name: "",
      environment: name,
      range: range(line, lead.length, line, lead.length + name.length),
      whole: range(line, 0, line, text.length),
      type: part(typeAt, type.length),
      default:
        value === undefined ? undefined : part(typeAt + type.length + word.length, value.length),
    });
  }
  return found;
}

/** The settings of the code that are meant, wherever they are read. */
function settingsOf({ name, environment }: Said, { code }: Sides): readonly Setting[] {
  const { settings } = backend.settings(code);
  const byVariable = settings.filter(
    (one) => one.environment === environment.toUpperCase() || one.environment === environment,
  );
  return byVariable.length > 0
    ? byVariable
    : settings.filter((one) => name !== "" && one.name === name);
}

function lacking(one: Said, sides: Sides): readonly Difference[] {
  const { spec, code } = sides;
  if (statusAt(one.whole, spec) === "planned" || backend.settings(code).unresolved.length > 0)
    return [];
  const { line } = one.whole.start;
  return [
    {
      kind: "config",
      sides: "only spec",
      about: `the setting ${one.environment || one.name}`,
      range: one.range,
      place: homeOf(sides),
      edits: withoutLines(line, line, spec),
    },
  ];
}

function compareSetting(
  one: Said,
  setting: Setting,
  { spec, names }: Sides,
): readonly Difference[] {
  const about = `the setting ${one.environment || one.name}`;
  const at = { kind: "config", about, range: one.range, place: placed(setting.place) } as const;
  const status = ofStatus(at, one.whole, spec);
  if (status) return [status];
  const found: Difference[] = [];
  const tell = (part: string, said: Part, code: string): void => {
    const { range: where, text } = said;
    found.push({
      ...at,
      sides: "both",
      range: where,
      said: { part, spec: text, code },
      edits: said.edit(code),
    });
  };
  if (one.type && compareTypes(one.type.text, setting.type, names) === "other")
    tell("type", one.type, setting.type);
  const { default: value } = setting;
  if (shownDefault(setting).isSecret) return found;
  if (one.default && value !== null && isOtherDefault(one.default.text, value)) {
    tell("default", one.default, value === "" ? '""' : String(value));
  }
  return found;
}

/** A default stands in a table as a person writes it: a text without its quotes, a truth value in any case. */
function isOtherDefault(said: string, value: string | number | boolean): boolean {
  const text = said.replace(/^`(.*)`$/, "$1").trim();
  if (typeof value !== "string") {
    return plainValue(text) !== undefined && compareValues(text, String(value)) === "other";
  }
  if (/\s/.test(text) || text === "") return false;
  const bare = text.replace(/^(["'])(.*)\1$/, "$2");
  const isText = plainValue(JSON.stringify(value)) !== undefined && !/[()[\]{}]/.test(value);
  return (
    isText &&
    /^[\w.:/@+*?=&%~-]*$/.test(bare) &&
    !/^(?:none|required|-|—)$/i.test(bare) &&
    bare !== value
  );
}
