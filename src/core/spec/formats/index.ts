import type { Format } from "./format";
import { guide } from "./guide";
import { module } from "./module";
import { service } from "./service";
import { task } from "./task";

/** The product's own formats. */
export const formatNames = ["service", "module", "task", "guide"] as const;
export type FormatName = (typeof formatNames)[number];

/** The product's own formats by name. */
export const formats: Readonly<Record<FormatName, Format>> = { service, module, task, guide };

/** Formats by their names, a team's own among them. */
export type Formats = ReadonlyMap<string, Format>;

/** The product's formats alone. */
export const ownFormats: Formats = new Map(Object.entries(formats));
