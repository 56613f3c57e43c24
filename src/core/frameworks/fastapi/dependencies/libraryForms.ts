import { constant, external, none, type Value } from "../../../evaluation/value";
import type { SignatureParameter } from "./signature";

const nowhere = { path: "", line: 0, character: 0 };

/** Fields of FastAPI's own form classes, and whether they must be sent. */
const fields = {
  grant_type: false,
  username: true,
  password: true,
  scope: false,
  client_id: false,
  client_secret: false,
};

/**
 * What FastAPI's own classes of dependencies ask for
 * (https://fastapi.tiangolo.com/reference/security/#oauth2-password-form).
 */
export function libraryParameters(name: string): readonly SignatureParameter[] {
  const isStrict = /^fastapi\.security\.(?:\w+\.)*OAuth2PasswordRequestFormStrict$/.test(name);
  if (!isStrict && !/^fastapi\.security\.(?:\w+\.)*OAuth2PasswordRequestForm$/.test(name)) {
    return [];
  }
  return Object.entries(fields).map(([field, isRequired]) => {
    const isAsked = isRequired || (isStrict && field === "grant_type");
    const fallback: Value = field === "scope" ? constant("") : none;
    return {
      name: field,
      type: external("builtins.str"),
      annotated: undefined,
      default: {
        kind: "call",
        func: external("fastapi.Form"),
        args: [],
        keywords: isAsked ? new Map() : new Map([["default", fallback]]),
        open: false,
        place: nowhere,
        node: undefined,
        attributes: new Map(),
      },
    };
  });
}
