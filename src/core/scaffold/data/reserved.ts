/** Python's own names (`dir(builtins)` of 3.13, those in small letters). */
const builtins = new Set(
  (
    "abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile " +
    "complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format " +
    "frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license " +
    "list locals map max memoryview min next object oct open ord pow print property quit range repr " +
    "reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip "
  ).split(" "),
);

/** Words that SQL reserves (SQL:2016 as PostgreSQL and SQLite keep to it). */
const sqlWords = new Set(
  (
    "all analyse analyze and any array as asc asymmetric between both case cast check collate column " +
    "constraint create cross current_date current_time current_timestamp current_user default deferrable " +
    "desc distinct do else end except false fetch for foreign from full grant group having in inner " +
    "intersect into is join lateral leading left like limit natural not null offset on only or order " +
    "outer overlaps placing primary references returning right select session_user similar some symmetric " +
    "table then to trailing true union unique user using values variadic verbose when where window with "
  ).split(" "),
);

/** Names that the base classes of models and schemas use, or that every model has. */
const baseNames = new Set(
  (
    "id created_at updated_at is_deleted metadata registry copy json schema validate construct model_config " +
    "from_orm parse_obj parse_raw dt"
  ).split(" "),
);

/** Whether a name is a function or class of Python's own: `list`. */
export function isBuiltin(name: string): boolean {
  return builtins.has(name);
}

/** Whether SQL reserves a name: `order`. */
export function isSqlWord(name: string): boolean {
  return sqlWords.has(name.toLowerCase());
}

/** Whether every model or schema has the name for something of its own. */
export function isBaseName(name: string): boolean {
  return baseNames.has(name) || name.startsWith("model_");
}
