import { folderOfUri, relativePath } from "../project/paths";
import type { AnyRuleContext } from "./rule";

/**
 * The folder of the configuration that holds for a rule's file, with a slash at its end, or nothing where it is the
 * project's own: layers are told by paths from there on.
 */
export function configFolder({ config, file }: Pick<AnyRuleContext, "config" | "file">): string {
  const fromConfig = config.uri && relativePath(folderOfUri(config.uri), file.document.uri)?.length;
  const above = file.path.length - (fromConfig || file.path.length);
  return file.path.slice(0, Math.max(0, above));
}
