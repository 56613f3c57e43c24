import type { Connection } from "vscode-languageserver";
import type { FileSystem } from "../../core/ports";
import {
  directorySchema,
  type FileParams,
  fileContentSchema,
  readDirectoryRequest,
  readFileRequest,
  statRequest,
  statResultSchema,
} from "./protocol";

/** Files that only the client can reach: those of a virtual workspace, and all of them in a browser. */
export function clientFileSystem(connection: Connection): FileSystem {
  const ask = async (request: string, uri: string): Promise<unknown> => {
    const params: FileParams = { uri };
    return await connection.sendRequest(request, params);
  };
  return {
    async readFile(uri) {
      const { base64 } = fileContentSchema.parse(await ask(readFileRequest, uri));
      return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    },
    async readDirectory(uri) {
      return directorySchema.parse(await ask(readDirectoryRequest, uri));
    },
    async stat(uri) {
      return statResultSchema.parse(await ask(statRequest, uri)) ?? undefined;
    },
  };
}
