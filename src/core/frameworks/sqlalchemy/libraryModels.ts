import { type CallV, constant, external, type Value } from "../../evaluation/value";

const place = { path: "", line: 0, character: 0 };

function call(name: string, args: readonly Value[], keywords: Record<string, Value> = {}): CallV {
  return {
    kind: "call",
    func: external(name),
    args,
    keywords: new Map(Object.entries(keywords)),
    open: false,
    place,
    node: undefined,
    attributes: new Map(),
  };
}

const no = { nullable: constant(false) };
const yes = constant(true);
const indexed = { ...no, index: yes };
const type = (name: string): Value => external(`sqlalchemy.${name}`);
const generic = (name: string): Value => external(`fastapi_users_db_sqlalchemy.generics.${name}`);
const column = (of: Value, keywords: Record<string, Value>, ...items: Value[]): CallV =>
  call("sqlalchemy.orm.mapped_column", [of, ...items], keywords);
const userKey = call("sqlalchemy.ForeignKey", [constant("user.id")]);

const user: readonly (readonly [string, Value])[] = [
  ["email", column(type("String"), { ...indexed, unique: yes })],
  ["hashed_password", column(type("String"), no)],
  ["is_active", column(type("Boolean"), no)],
  ["is_superuser", column(type("Boolean"), no)],
  ["is_verified", column(type("Boolean"), no)],
];
const account: readonly (readonly [string, Value])[] = [
  ["oauth_name", column(type("String"), indexed)],
  ["access_token", column(type("String"), no)],
  ["expires_at", column(type("Integer"), { nullable: yes })],
  ["refresh_token", column(type("String"), { nullable: yes })],
  ["account_id", column(type("String"), indexed)],
  ["account_email", column(type("String"), no)],
];
const token: readonly (readonly [string, Value])[] = [
  ["token", column(type("String"), { primary_key: yes })],
  ["created_at", column(generic("TIMESTAMPAware"), indexed)],
];
const key = [["id", column(generic("GUID"), { primary_key: yes })]] as const;
const owner = [["user_id", column(generic("GUID"), no, userKey)]] as const;

/** The models that fastapi-users brings (https://fastapi-users.github.io/fastapi-users/latest/configuration/databases/sqlalchemy/). */
const models: Readonly<
  Record<
    string,
    { readonly table: string; readonly columns: readonly (readonly [string, Value])[] }
  >
> = {
  SQLAlchemyBaseUserTable: { table: "user", columns: user },
  SQLAlchemyBaseUserTableUUID: { table: "user", columns: [...key, ...user] },
  SQLAlchemyBaseOAuthAccountTable: { table: "oauth_account", columns: account },
  SQLAlchemyBaseOAuthAccountTableUUID: {
    table: "oauth_account",
    columns: [...key, ...account, ...owner],
  },
  SQLAlchemyBaseAccessTokenTable: { table: "accesstoken", columns: token },
  SQLAlchemyBaseAccessTokenTableUUID: { table: "accesstoken", columns: [...token, ...owner] },
};

function modelNamed(name: string | undefined) {
  if (name === undefined || !/^(?:fastapi_users_db_sqlalchemy|fastapi_users\.db)\./.test(name)) {
    return undefined;
  }
  return models[name.slice(name.lastIndexOf(".") + 1)];
}

/** The columns of a base class from a library that is known here. */
export function libraryColumns(name: string | undefined): ReadonlyMap<string, Value> {
  return new Map(modelNamed(name)?.columns);
}

/** The table's name that such a class brings. */
export function libraryTableName(name: string | undefined): string | undefined {
  return modelNamed(name)?.table;
}

/** Whether a base class from outside is known here with all of its columns. */
export function isKnownModel(name: string): boolean {
  return modelNamed(name) !== undefined;
}
