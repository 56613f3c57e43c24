import { type CallV, externalName, textOf, type Value } from "../../evaluation/value";

/** A call that keeps its thread waiting. */
export interface BlockingCall {
  /** As a person names it: `requests.get`. */
  readonly name: string;
  /** Whether it touches the local disk once, for a moment: a look at a file rather than a transfer. */
  readonly isBrief: boolean;
}

/** Functions that wait, or that keep the processor busy for long, by their dotted names. */
const functions: readonly RegExp[] = [
  /^time\.sleep$/,
  /^requests\.(get|post|put|patch|delete|head|options|request)$/,
  /^requests\.api\.\w+$/,
  /^httpx\.(get|post|put|patch|delete|head|options|request|stream)$/,
  /^urllib\.request\.(urlopen|urlretrieve)$/,
  /^urllib3\.request$/,
  /^subprocess\.(run|call|check_call|check_output|getoutput|getstatusoutput)$/,
  /^os\.(system|popen|wait|waitpid)$/,
  /^socket\.(create_connection|getaddrinfo|gethostbyname|gethostbyaddr)$/,
  /^shutil\.(copy|copy2|copyfile|copyfileobj|copytree|move|rmtree|make_archive|unpack_archive)$/,
  /^bcrypt\.(hashpw|checkpw|kdf)$/,
  /^hashlib\.(scrypt|pbkdf2_hmac)$/,
  /^(psycopg2|pymysql|sqlite3|MySQLdb|pyodbc|psycopg)\.connect$/,
  /^PIL\.Image\.open$/,
  /^pandas\.read_\w+$/,
  /^builtins\.(open|input)$/,
  /^(io|gzip|bz2|lzma|codecs)\.open$/,
  /^tarfile\.open$/,
];

/** Functions that look at the local disk once. */
const brief =
  /^os\.(stat|listdir|scandir|remove|unlink|rename|replace|mkdir|makedirs|rmdir|walk)$|^os\.path\.(exists|isfile|isdir|getsize|getmtime)$/;

/** Objects whose methods wait: the class or function that makes them, and which methods. */
const methods: readonly {
  readonly maker: RegExp;
  readonly method: RegExp;
  readonly brief?: RegExp;
}[] = [
  {
    maker: /^(requests|requests\.sessions)\.(Session|session)$/,
    method: /^(get|post|put|patch|delete|head|options|request|send)$/,
  },
  {
    maker: /^httpx\.Client$/,
    method: /^(get|post|put|patch|delete|head|options|request|send|stream)$/,
  },
  { maker: /^urllib3\.(PoolManager|ProxyManager)$/, method: /^(request|urlopen)$/ },
  {
    maker: /^smtplib\.(SMTP|SMTP_SSL)$/,
    method: /^(connect|login|starttls|sendmail|send_message|quit)$/,
  },
  {
    maker:
      /^(redis|redis\.client)\.(Redis|StrictRedis|from_url|Redis\.from_url|StrictRedis\.from_url)$/,
    method: /^(?!pipeline$|pubsub$|register_script$)[a-z]\w*$/,
  },
  {
    maker: /^boto3\.(client|resource)$/,
    method: /^(?!get_waiter$|meta$|generate_presigned_\w+$)[a-z]\w*$/,
  },
  { maker: /^subprocess\.Popen$/, method: /^(wait|communicate)$/ },
  {
    maker: /^passlib\.context\.CryptContext$/,
    method: /^(hash|encrypt|verify|verify_and_update)$/,
  },
  { maker: /^argon2\.PasswordHasher$/, method: /^(hash|verify)$/ },
  { maker: /^pwdlib\.PasswordHash(\.recommended)?$/, method: /^(hash|verify|verify_and_update)$/ },
  {
    maker: /^(stripe|openai|anthropic)\.(StripeClient|OpenAI|AzureOpenAI|Anthropic)$/,
    method: /^create$/,
  },
  {
    maker: /^pathlib\.(Path|PosixPath|WindowsPath|Path\.cwd|Path\.home)$/,
    method:
      /^(read_text|read_bytes|write_text|write_bytes|open|exists|is_file|is_dir|stat|mkdir|unlink|rmdir|rename|replace|iterdir|glob|rglob|touch)$/,
    brief:
      /^(read_text|read_bytes|exists|is_file|is_dir|stat|mkdir|unlink|rmdir|rename|replace|iterdir|touch)$/,
  },
  { maker: /^zipfile\.ZipFile$/, method: /^(extract|extractall|write|read|writestr)$/ },
];

/** Whether a file is opened to be read that the code names itself, and that is small for that. */
function isSmallRead({ args, keywords }: CallV, isOfPath: boolean): boolean {
  const [file, first = keywords.get("mode")] = isOfPath ? [undefined, ...args] : args;
  const mode = first === undefined ? "r" : textOf(first);
  const isReading = mode !== undefined && /^[rbtU]*$/.test(mode);
  return isReading && (isOfPath || (file !== undefined && isWrittenPath(file)));
}

/** `"data.json"`, `Path(__file__).parent / "data.json"`, `os.path.join("data", NAME)` */
function isWrittenPath(value: Value): boolean {
  switch (value.kind) {
    case "constant":
      return true;
    case "choice":
      return value.options.every(isWrittenPath);
    case "operation":
      return value.operands.every(isWrittenPath);
    case "attribute":
      return value.attr === "__file__" || isWrittenPath(value.value);
    case "call": {
      const { func, args } = value;
      const isPathFunction = /^(pathlib\.\w+|os\.path\.\w+|builtins\.str)$/.test(
        externalName(func) ?? "",
      );
      const isMethod = func.kind === "attribute" && isWrittenPath(func.value);
      return (isPathFunction || isMethod) && args.every(isWrittenPath);
    }
    default:
      return false;
  }
}

/** What a call waits for; `undefined` where it does not, or where that cannot be told. */
export function blockingCall(call: CallV): BlockingCall | undefined {
  const { func } = call;
  const name = externalName(func);
  if (name !== undefined) {
    if (brief.test(name)) return { name, isBrief: true };
    return functions.some((one) => one.test(name))
      ? {
          name: name.replace(/^builtins\./, ""),
          isBrief: /^(builtins|io)\.open$/.test(name) && isSmallRead(call, false),
        }
      : undefined;
  }
  if (func.kind !== "attribute") return undefined;
  const maker = makerOf(func.value);
  const found = methods.find((one) => maker !== undefined && one.maker.test(maker));
  if (found === undefined || maker === undefined || !found.method.test(func.attr)) return undefined;
  const isOpened = func.attr === "open" && maker.startsWith("pathlib.");
  const isBrief = isOpened ? isSmallRead(call, true) : (found.brief?.test(func.attr) ?? false);
  return { name: `${maker}.${func.attr}`, isBrief };
}

/** The class or function of a library that made a value: of `Path("a") / "b"` it is `pathlib.Path`. */
function makerOf(value: Value): string | undefined {
  switch (value.kind) {
    case "some":
      return externalName(value.type);
    case "call": {
      const name = externalName(value.func);
      if (name !== undefined) return name;
      // `.parent`, `.with_suffix(…)` of a path are paths.
      return value.func.kind === "attribute" ? pathOf(value.func.value) : undefined;
    }
    case "attribute":
      return pathOf(value.value) ?? clientOf(value);
    case "operation":
      return value.op === "Div" && value.operands[0] !== undefined
        ? pathOf(value.operands[0])
        : undefined;
    case "instance":
      return undefined;
    default:
      return undefined;
  }
}

/** `client.chat.completions` of a client that was made by a library's class. */
function clientOf(value: Extract<Value, { kind: "attribute" }>): string | undefined {
  const maker = makerOf(value.value);
  return maker !== undefined && /\.(StripeClient|OpenAI|AzureOpenAI|Anthropic)$/.test(maker)
    ? maker
    : undefined;
}

function pathOf(value: Value): string | undefined {
  const maker = makerOf(value);
  return maker !== undefined && /^pathlib\.(Path|PosixPath|WindowsPath)(\.|$)/.test(maker)
    ? "pathlib.Path"
    : undefined;
}
