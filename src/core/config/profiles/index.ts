import { layered } from "./layered";
import { modular } from "./modular";
import type { Profile } from "./profile";

export type { Profile };

/** The built-in profiles by name. */
export const profiles: Readonly<Record<Profile["name"], Profile>> = { modular, layered };
