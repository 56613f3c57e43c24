import { expect, test } from "vitest";
import { classNameOf, slugOf, snakeNameOf } from "./names";
import { parseSpecLine } from "./specLine";

const purpose = "compute evaluation metrics for submissions";

test.each([
  [`ScoringService — ${purpose}`, "ScoringService", purpose],
  [`ScoringService—${purpose}`, "ScoringService", purpose],
  [`ScoringService – ${purpose}`, "ScoringService", purpose],
  [`ScoringService - ${purpose}`, "ScoringService", purpose],
  [`ScoringService -- ${purpose}`, "ScoringService", purpose],
  [`ScoringService: ${purpose}`, "ScoringService", purpose],
  [`  ScoringService\t—\n ${purpose} \r\n`, "ScoringService", purpose],
  ["ScoringService", "ScoringService", ""],
  ["ScoringService —", "ScoringService", ""],
  ["ScoringService - ", "ScoringService", ""],
  ["ScoringService: …", "ScoringService", ""],
  ["scoring service", "ScoringService", ""],
  ["scoring-service", "scoring-service", ""],
  ["AI  scoring v2", "AIScoringV2", ""],
  ["scoring | service", "ScoringService", ""],
  ["“Scoring service” — x", "ScoringService", "x"],
  ["`Scorer`: x", "Scorer", "x"],
  ["C++ — x", "C++", "x"],
  ["Сервис оценок — считает метрики", "СервисОценок", "считает метрики"],
  ["採点サービス：評価", "採点サービス", "評価"],
  ["A — b — c: d", "A", "b — c: d"],
  ["foo::bar - x", "foo::bar", "x"],
  ["😀 Mood — x", "Mood", "x"],
  ["\u202eevil\u0007 — x", "evil", "x"],
])("%j is a name and a purpose", (line, name, purpose) => {
  expect(parseSpecLine(line)).toEqual({ name, purpose });
});

test.each([
  ["", /^Enter the service's name/],
  [" \t\n", /^Enter the service's name/],
  ["—", /^There is no name in “—”/],
  ["?!… -- ::", /^There is no name/],
  ["😀", /^There is no name/],
  ["— compute metrics", /^There is no name before the dash/],
  [": compute metrics", /^There is no name before the dash/],
  ["- compute metrics", /^There is no name before the dash/],
  ["123 — compute metrics", /^A name needs a letter, and “123” has none/],
  [`${"word ".repeat(40)}`, /^The name has 199 characters; 80 are the most/],
])("%j is refused with what to do", (line, message) => {
  const result = parseSpecLine(line);
  expect("problem" in result && result.problem).toMatch(message);
  expect("problem" in result && result.problem).toContain("ScoringService — compute");
});

test.each([
  ["ScoringService", "scoring-service"],
  ["HTTPServer2Go", "http-server2-go"],
  ["scoring_service", "scoring-service"],
  ["СервисОценок", "servis-otsenok"],
  ["ОбъектЩука", "obekt-shchuka"],
  ["Їжак", "yizhak"],
  ["ÜberprüfungsDienst", "ueberpruefungs-dienst"],
  ["U\u0308bung", "uebung"],
  ["Straße", "strasse"],
  ["CaféÉlan", "cafe-elan"],
  ["ŁódźØre", "lodz-ore"],
  ["Αθήνα", "athina"],
  ["O'NeilService", "o-neil-service"],
  ["ﬁle", "file"],
  ["採点サービス", "spec"],
  ["採点API", "api"],
  ["../../etc", "etc"],
  [`${"Word".repeat(20)}`, `${"word-".repeat(12).slice(0, -1)}`],
  ["x".repeat(70), "x".repeat(60)],
])("the slug of %j is %j", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test.each([
  ["scoring-service", "ScoringService", "scoring_service"],
  ["3dRender", "Service3dRender", "service_3d_render"],
  ["class", "Class", "class"],
  ["None", "NoneService", "none"],
  ["a\u200db", "Ab", "a_b"],
  ["СервисОценок", "СервисОценок", "servis_otsenok"],
  ["C++", "C", "c"],
  ['a"b|c[d]', "ABCD", "a_b_c_d"],
])("in code %j is %s and %s", (name, className, snakeName) => {
  expect(classNameOf(name)).toBe(className);
  expect(snakeNameOf(name)).toBe(snakeName);
});
