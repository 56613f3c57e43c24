/**
 * Files that cannot come out as in CPython, each with the reason, by the end of their path. Only for what the grammar
 * does not know and the converter cannot work around; none is needed for the standard library of 3.11 and of 3.14.
 *
 * Apart from files, `compare.ts` lets one thing pass: a character written by its Unicode name (`\N{BULLET}`) is U+FFFD
 * in our AST, as the table of names would be larger than the parser.
 */
export const gaps: Readonly<Record<string, string>> = {};
