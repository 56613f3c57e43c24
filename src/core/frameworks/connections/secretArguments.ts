import { type CallV, externalName, type Value } from "../../evaluation/value";
import type { ConnectionArgument } from "./connectionArguments";

/** Functions and classes that are given a secret: by their dotted name, the keywords and the position of it. */
const takers: readonly (readonly [RegExp, readonly string[], number | undefined])[] = [
  // https://pyjwt.readthedocs.io, https://python-jose.readthedocs.io, https://docs.authlib.org
  [/^(jwt|jwt\.api_jwt|jose\.jwt|authlib\.jose\.jwt)\.encode$/, ["key"], 1],
  [/^(jwt|jwt\.api_jwt|jose\.jwt|authlib\.jose\.jwt)\.decode$/, ["key"], 1],
  // https://fastapi-users.github.io/fastapi-users/latest/configuration/authentication/strategies/jwt/
  [/^fastapi_users\.(\w+\.)*(JWTStrategy|generate_jwt|decode_jwt)$/, ["secret"], undefined],
  [/^fastapi_users\.(\w+\.)*JWTStrategy$/, [], 0],
  // https://itsdangerous.palletsprojects.com
  [/^itsdangerous\.(\w+\.)*\w*(Serializer|Signer)$/, ["secret_key"], 0],
  [/^cryptography\.fernet\.Fernet$/, ["key"], 0],
  [/^hmac\.new$/, ["key"], 0],
  [/^httpx_oauth\.(\w+\.)*\w*OAuth2$/, ["client_secret"], 1],
  [/^(requests\.auth\.HTTPBasicAuth|httpx\.BasicAuth|aiohttp\.BasicAuth)$/, ["password"], 1],
];

/** The secret that a call signs, encrypts or checks with. */
export function secretArguments(call: CallV): readonly ConnectionArgument[] {
  const { func, args, keywords } = call;
  const dotted = externalName(func);
  const to = dotted ?? (func.kind === "attribute" ? func.attr : "");
  const credential = (value: Value): ConnectionArgument => ({ role: "credential", value, to });
  if (dotted === "secrets.compare_digest" || dotted === "hmac.compare_digest")
    return args.map(credential);
  const isRegistered =
    func.kind === "attribute" &&
    func.attr === "register" &&
    func.value.kind === "call" &&
    /^authlib\.\S+\.OAuth$/.test(externalName(func.value.func) ?? "");
  const found = isRegistered ? [keywords.get("client_secret")] : [sessionSecret(call)];
  for (const [names, given, position] of takers) {
    if (dotted === undefined || !names.test(dotted)) continue;
    found.push(
      given.map((name) => keywords.get(name)).find(Boolean) ??
        (position === undefined ? undefined : args[position]),
    );
  }
  return found.filter((value) => value !== undefined).map(credential);
}

/** `app.add_middleware(SessionMiddleware, secret_key=…)` */
function sessionSecret({ func, args, keywords }: CallV): Value | undefined {
  const isAdded = func.kind === "attribute" && func.attr === "add_middleware";
  const middleware = isAdded || /\.Middleware$/.test(externalName(func) ?? "") ? args[0] : func;
  const isSession = /^(starlette|fastapi)\.\S*\.SessionMiddleware$/.test(
    externalName(middleware) ?? "",
  );
  return isSession ? keywords.get("secret_key") : undefined;
}
