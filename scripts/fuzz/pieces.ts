/** What is put into texts: keywords and signs that change what follows, and characters that tools stumble over. */
export const pieces: readonly string[] = [
  ..."()[]{}:;,.=*@\\\"'#~`?$!<>|&^%+-/",
  ..."\0\x01\x0b\f\r\x1a\x1b\x7f\x85\u00a0\u2028\u2029\ufeff\ufffd",
  // Halves of a surrogate pair, a whole one, letters that normalize to others, and a mark that joins.
  ..."\ud800|\udc00|😀|ℌ|ﬁ|e\u0301|\u202e|中".split("|"),
  ..."\n \t\r\n".split(""),
  ...'""" | \'\'\' | f" | rb\' | t""" | {x!r:>{y}} | {{ | }} | := | -> | ** | ... | //= | <> | !='.split(
    " | ",
  ),
  ..."\\\n|\r\n|\n\n\n|    |\t|\n    |\n        |\n\t".split("|"),
  ..."async |await |def f(|class A(|lambda |yield |return |import |from |from . import *".split(
    "|",
  ),
  ..."if |else:|elif |for x in |while |with |try:|except |except* |finally:|match x:|case ".split(
    "|",
  ),
  ..."global x|nonlocal x|del |assert |raise |type X = |not |in |is |or |and |None|True|__all__".split(
    "|",
  ),
  ..."0x|1_000|1e999|0b2|9999999999999999999999|1j|.5|0777|1__0|\\N{DASH}|\\x|\\u12".split("|"),
  ..."self.|super().|Depends(|APIRouter(|Mapped[|relationship(|Annotated[|include_router(".split(
    "|",
  ),
  // What grows without end when it is followed to the letter.
  "\nx = [1]\nfor i in range(400):\n    x = x + x\n",
  "\ns = 'a'\nfor i in 'abcdefghijklmnopqrstuvwxyzabcdefgh':\n    s = s + s\n    s = f'{s}{s}'\n",
  "\ndef f(n):\n    return f(n - 1) + f(n - 2)\nf(100)\n",
  "\nclass A(A):\n    x = A\nclass B(A, B): ...\n",
  "\nfrom main import *\nimport main, other\nfrom . import other as main\n",
  "\nwhile True:\n    try:\n        f = f(f)\n    except: pass\n",
];
