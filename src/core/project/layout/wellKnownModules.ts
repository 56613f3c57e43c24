/**
 * Top-level modules that Python or a much used package brings. A file such as `app/core/redis.py` has the same last
 * name, and `from redis import Redis` must not be taken for an import of it.
 */

/** `sys.stdlib_module_names` of CPython 3.10 to 3.14 without the private ones. */
const standardLibrary = `
  abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb
  binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections
  colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes
  curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno
  faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext
  glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress
  itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap
  modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator
  optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath
  pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline
  reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd
  smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string
  stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios
  textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle
  turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg
  winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
`;

/** Packages of backends whose names people also give to files of their own. */
const packages = `
  aioboto3 aiobotocore aiocache aiofiles aiohttp aiokafka aiomysql aiosmtplib aiosqlite alembic anthropic anyio
  arq asgiref asyncpg authlib bcrypt beanie boto3 botocore casbin celery click cryptography dateutil dishka
  django docker dotenv dramatiq elasticsearch fastapi flask flower google grpc gunicorn httpx huey itsdangerous
  jinja2 jose jwt kafka kombu langchain loguru mangum markdown minio mongoengine motor mypy numpy openai
  opentelemetry orjson pandas passlib peewee piccolo pika prometheus_client psycopg psycopg2 pydantic
  pydantic_settings pymongo pytest redis requests resend rich rq sendgrid sentry_sdk slack_sdk slowapi
  sqlalchemy sqlmodel starlette strawberry stripe structlog supabase taskiq tenacity tortoise twilio typer ujson
  uvicorn uvloop watchfiles weasyprint websockets yaml
`;

const names: ReadonlySet<string> = new Set(`${standardLibrary} ${packages}`.trim().split(/\s+/));

/** Whether a top-level module is Python's own or a much used package's. @param name without dots. */
export function isWellKnownModule(name: string): boolean {
  return names.has(name);
}
