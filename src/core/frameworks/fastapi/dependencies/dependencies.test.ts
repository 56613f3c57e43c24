import { describe, expect, it } from "vitest";
import { codeBaseOf } from "../../../testing/testCodeBase";
import { typeText } from "../../pydantic/typeText";
import { applicationEffects } from "../applicationEffects";
import { routing } from "../endpoints";
import { requestBodyOf } from "../requestBody";
import type { Dependency } from "./dependency";
import { allParameters, endpointDependencies } from "./endpointDependencies";
import { securityOf } from "./security";

/** The dependencies of each endpoint, by its path. */
async function read(text: string) {
  const code = await codeBaseOf({ "main.py": text });
  const { endpoints } = routing(applicationEffects(code));
  return new Map(endpoints.map((one) => [one.path, endpointDependencies(one, code)]));
}

function tree({ name, dependencies, ...rest }: Dependency): string {
  const marks = [rest.yields ? "yields" : "", rest.useCache ? "" : "fresh", ...rest.scopes];
  const said = marks.filter((mark) => mark !== "").join(" ");
  const type = rest.type === undefined ? "" : `: ${typeText(rest.type)}`;
  const inner = dependencies.length > 0 ? ` < ${dependencies.map(tree).join(", ")}` : "";
  return `${name?.replace("main.", "")}${type}${said && ` (${said})`}${inner}`;
}

describe("dependencies of an endpoint", () => {
  it("gathers those of the application, routers, includes, the route and its parameters", async () => {
    const found = await read(`
      from typing import Annotated
      from fastapi import APIRouter, Depends, FastAPI
      class Session: ...
      def one(): ...
      def two(): ...
      def three(): ...
      def four(): ...
      def session() -> Session:
          yield Session()
      SessionDep = Annotated[Session, Depends(session)]
      class Pages:
          def __init__(self, session: SessionDep, limit: int = 10): ...
      class Checker:
          def __init__(self, role): ...
          def __call__(self, pages: Pages = Depends()) -> bool: ...
      app = FastAPI(dependencies=[Depends(one)])
      router = APIRouter(dependencies=[Depends(three)])
      @router.get("/x", dependencies=[Depends(four, use_cache=False)])
      def x(pages: Annotated[Pages, Depends()], ok: bool = Depends(Checker("admin"))): ...
      app.include_router(router, dependencies=[Depends(two)])
    `);
    expect(found.get("/x")?.dependencies.map(tree)).toEqual([
      "one",
      "two",
      "three",
      "four (fresh)",
      "Pages: Pages < session: Session (yields)",
      "Checker: bool < Pages: Pages < session: Session (yields)",
    ]);
  });

  it("tells parameters by the order of analyze_param", async () => {
    const found = await read(`
      from typing import Annotated, Optional
      from fastapi import BackgroundTasks, Body, Cookie, Depends, FastAPI, Header, Path, Query, Request, UploadFile
      from pydantic import BaseModel
      class Item(BaseModel):
          name: str
      def paging(skip: int = 0, limit: Annotated[int, Query(le=100)] = 10): ...
      app = FastAPI()
      @app.post("/{item_id}/{rest:path}")
      def x(
          item_id: int, rest: str, item: Item, request: Request, tasks: BackgroundTasks,
          q: Optional[str] = None, tags: list[str] = Query(default=[], alias="tag"),
          user_agent: str = Header(), token: Annotated[str, Cookie()] = "t",
          page=Depends(paging),
      ): ...
      @app.post("/upload")
      def upload(file: UploadFile, ids: list[int]): ...
      @app.post("/several")
      def several(a: Item, b: Item | None = None, importance: int = Body(...)): ...
    `);
    const whole = found.get("/{item_id}/{rest:path}");
    const said =
      whole && allParameters(whole).map((one) => `${one.in} ${one.alias} ${one.isRequired}`);
    expect(said).toEqual([
      "query skip false",
      "query limit false",
      "path item_id true",
      "path rest true",
      "body item true",
      "query q false",
      "query tag false",
      "header user-agent true",
      "cookie token false",
    ]);
    const [body, upload, several] = [whole, found.get("/upload"), found.get("/several")].map(
      (one) => one && requestBodyOf(one),
    );
    expect(body?.model && typeText(body.model)).toBe("Item");
    expect(upload?.mediaType).toBe("multipart/form-data");
    expect(several?.model).toBeUndefined();
    expect(several?.fields.map((one) => one.name)).toEqual(["a", "b", "importance"]);
  });

  it("finds security schemes and the scopes on the way", async () => {
    const found = await read(`
      from fastapi import Depends, FastAPI, Security
      from fastapi.security import HTTPBearer, OAuth2PasswordBearer, SecurityScopes
      oauth2 = OAuth2PasswordBearer(tokenUrl="token")
      class Bearer(HTTPBearer):
          def __init__(self):
              super().__init__(auto_error=False)
      def user(scopes: SecurityScopes, token: str = Depends(oauth2)): ...
      app = FastAPI(dependencies=[Depends(Bearer())])
      @app.get("/x")
      def x(me=Security(user, scopes=["me"])): ...
    `);
    const x = found.get("/x");
    expect(x && securityOf(x).map((one) => [one.scheme, one.scopes])).toEqual([
      ["HTTPBearer", []],
      ["OAuth2PasswordBearer", ["me"]],
    ]);
  });

  it("reads the fields of class-based views", async () => {
    const found = await read(`
      from fastapi import APIRouter, Depends, FastAPI
      from fastapi_utils.cbv import cbv
      def session() -> str: ...
      router = APIRouter()
      @cbv(router)
      class View:
          session: str = Depends(session)
          @router.get("/x/{id}")
          def x(self, id: int): ...
      app = FastAPI()
      app.include_router(router)
    `);
    const view = found.get("/x/{id}");
    expect(view?.dependencies.map(tree)).toEqual(["session: str"]);
    expect(view?.parameters.map((one) => `${one.in} ${one.name}`)).toEqual(["path id"]);
  });
});
