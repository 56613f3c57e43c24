import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { codeDiagrams } from "../../src/core/diagrams/code/codeDiagrams";
import { type DiagramKind, diagramKinds } from "../../src/core/diagrams/diagramKinds";
import { codeBaseOf } from "../../src/core/testing/testCodeBase";
import type { Diagram } from "../../webview/messages";
import { launch } from "./browser";
import { ARCHITECTURE, diagrams, fiveDiagrams, STATES } from "./documents";
import { DOCUMENT, openPreview, type PreviewPage, servePage } from "./previewPage";

let browser: Awaited<ReturnType<typeof launch>>;
let server: Awaited<ReturnType<typeof servePage>>;
let preview: PreviewPage;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), servePage()]);
});
afterAll(async () => {
  await browser.close();
  server.close();
});
afterEach(async () => {
  expect(await preview.violations()).toEqual([]);
  expect((await preview.received()).filter(({ kind }) => kind === "problem")).toEqual([]);
  await preview.page.close();
});

const names = () =>
  preview.page.$$eval(".picture > svg", (all) => all.map((svg) => svg.textContent ?? ""));

it("shows nothing of a document that is closed while its diagrams are drawn, and the next one whole", async () => {
  preview = await openPreview(browser.context, server.url);
  // Both at once: the frame that draws has not answered before the second.
  await Promise.all([
    preview.post({ kind: "show", revision: 1, document: DOCUMENT, diagrams: fiveDiagrams() }),
    preview.post({ kind: "nothing" }),
  ]);
  await preview.page.getByText("No document to preview").waitFor();
  expect(await names()).toEqual([]);
  await preview.show(diagrams([["Next"], STATES]));
  await preview.page.locator(".picture > svg").waitFor();
  expect(await names()).toHaveLength(1);
  const drawn = (await preview.received()).flatMap((m) => (m.kind === "rendered" ? m.drawn : []));
  expect(drawn.at(-1)).toBe("Next#1");
  expect(drawn.length).toBeLessThan(6);
});

it("goes on under another name when the document gets one while its diagrams are drawn", async () => {
  preview = await openPreview(browser.context, server.url);
  await preview.post({ kind: "show", revision: 1, document: DOCUMENT, diagrams: fiveDiagrams() });
  await preview.page.locator(".picture > svg").first().waitFor();
  const document = { ...DOCUMENT, uri: `${DOCUMENT.uri}.moved.md`, name: "moved.md" };
  await preview.post({ kind: "show", revision: 2, document, diagrams: fiveDiagrams() });
  await preview.page.waitForFunction(() =>
    window.recorder.messages.some((m) => m.kind === "rendered" && m.revision === 2),
  );
  expect(await preview.page.textContent(".toolbar .name")).toBe("moved.md");
  expect(await names()).toHaveLength(5);
  await preview.page.getByRole("button", { name: "Go to line 14", exact: true }).click();
  expect((await preview.received()).at(-1)).toMatchObject({ kind: "reveal", uri: document.uri });
});

it("draws many fences of one text, each under an id of its own", async () => {
  preview = await openPreview(browser.context, server.url);
  const same = Array.from({ length: 6 }, (_, i) => [[`${i}`], ARCHITECTURE] as const);
  const { drawn } = await preview.show(diagrams(...same));
  expect(drawn).toHaveLength(6);
  const ids = await preview.page.$$eval(".picture > svg", (all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(6);
  // Each has its own styles: the last is coloured as the first.
  const fills = await preview.page.$$eval(".picture", (all) =>
    all.map((one) => getComputedStyle(one.querySelector(".node rect") ?? one).fill),
  );
  expect(new Set(fills).size).toBe(1);
});

const models = `from enum import Enum
from pydantic import BaseModel
from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
import app.router


class Base(DeclarativeBase):
    pass


class End(Base):
    __tablename__ = "end"
    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("class.id"))


class Class(Base):
    __tablename__ = "class"
    id: Mapped[int] = mapped_column(primary_key=True)
    end_id: Mapped[int] = mapped_column(ForeignKey("end.id"))
    parent_id: Mapped[int] = mapped_column(ForeignKey("class.id"))
    lost_id: Mapped[int] = mapped_column(Integer, ForeignKey("missing.id"))


class Odd(Base):
    __tablename__ = 'or"der [x] {y} (z)'
    id: Mapped[int] = mapped_column('i"d', primary_key=True)


class State(str, Enum):
    end = "end"
    state = "state"
    note = "note"


class Job(Base):
    __tablename__ = "subgraph"
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[State] = mapped_column(default=State.note)

    def finish(self) -> None:
        if self.state == State.note:
            self.state = State.end


class namespace(BaseModel):
    end: "namespace | None"
    note: dict[str, list["direction"]]


class direction(BaseModel):
    up: namespace
`;
const router = `from fastapi import APIRouter, FastAPI, HTTPException
import app.models

app = FastAPI()
router = APIRouter()


class loop:
    def end(self) -> None:
        raise HTTPException(400, 'no "end"; [or] {so}; # %% -->')


@router.get("/end/{alt}")
async def end(alt: str) -> dict[str, str]:
    if alt == "end; else":
        loop().end()
    return {}


app.include_router(router)
`;

it("draws code whose names mean something to Mermaid, refer to what is missing, and in circles", async () => {
  const code = await codeBaseOf({
    "app/models.py": models,
    "app/router.py": router,
    "app/__init__.py": "",
  });
  const drawn = diagramKinds.flatMap((kind) => diagramsOf(kind));
  function diagramsOf(kind: DiagramKind): Diagram[] {
    const made = codeDiagrams({ kind, path: "" }, code);
    if ("problem" in made) throw new Error(`${kind}: ${made.problem}`);
    return made.map(({ text, title, links }) => ({
      id: `${kind}:${title}`,
      source: text,
      headings: [kind],
      title,
      type: "",
      line: 0,
      contentLine: 0,
      endLine: 0,
      links: links.map(({ path, line, diagramLine }) => ({
        from: diagramLine,
        uri: `file:///${path}`,
        line: line - 1,
      })),
    }));
  }
  preview = await openPreview(browser.context, server.url);
  const report = await preview.show(drawn);
  expect(report.broken).toEqual([]);
  expect(report.drawn).toHaveLength(drawn.length);
  const [tables = ""] = await names();
  for (const name of ["end", "class", "missing", "subgraph"]) expect(tables).toContain(name);
  const lineOf = (text: string) => models.split("\n").findIndex((line) => line.startsWith(text));
  const er = preview.page.locator("section").first();
  await er.locator(".name", { hasText: /^end$/ }).first().dispatchEvent("click");
  const last = (await preview.received()).at(-1);
  expect(last).toEqual({ kind: "reveal", uri: "file:///app/models.py", line: lineOf("class End") });
});
