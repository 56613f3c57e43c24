import type { SectionWriters } from "../writer";
import { behaviour, repeated } from "./behaviour";
import { contract, repeatedContract } from "./contract";
import { operation } from "./operation";

/** What is known of the sections of the `service` format from a subject. */
export const serviceWriters: SectionWriters = {
  sections: { ...contract, ...behaviour, ...operation },
  repeated: { ...repeatedContract, ...repeated },
};
