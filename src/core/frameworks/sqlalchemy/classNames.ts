import type { ClassV } from "../../evaluation/value";
import type { Mapper } from "./mapper";

/** The mapped classes of a name, of the same base where there are several; a dotted name names the module too. */
export function classesNamed(mapper: Mapper, name: string, from: ClassV): readonly ClassV[] {
  const last = name.slice(name.lastIndexOf(".") + 1);
  const found = mapper.classes.filter(
    ({ of }) => of.name === last && (last === name || `${of.module}.${of.name}`.endsWith(name)),
  );
  const base = mapper.mapped(from)?.root?.base;
  const near = found.filter(({ root }) => root?.base === base);
  return (near.length > 0 ? near : found).map(({ of }) => of);
}
