import { expect, it } from "vitest";
import { codeBaseOf } from "../../testing/testCodeBase";
import { typeText } from "../pydantic/typeText";
import { applicationEffects } from "./applicationEffects";
import { routing } from "./endpoints";
import { operationOf } from "./operation";

it("reads what is said of an endpoint, by its routers too", async () => {
  const code = await codeBaseOf({
    "main.py": `
      from fastapi import APIRouter, FastAPI, status
      from pydantic import BaseModel
      class Item(BaseModel): ...
      app = FastAPI(responses={500: {"description": "broken"}})
      router = APIRouter(deprecated=True, include_in_schema=False)
      @router.post("/x", status_code=status.HTTP_201_CREATED, responses={404: {"model": Item}}, name="make", operation_id="makeX")
      def x() -> list[Item]: ...
      @router.get("/y", response_model=None)
      def y() -> Item: ...
      app.include_router(router)
    `,
  });
  const [x, y] = routing(applicationEffects(code)).endpoints.map((one) => operationOf(one, code));
  expect(x).toMatchObject({ status: 201, isDeprecated: true, isInSchema: false, name: "make" });
  expect(x).toMatchObject({ operationId: "makeX" });
  expect(x?.responses.map(({ status }) => status)).toEqual([500, 404]);
  expect(x?.responseModel && typeText(x.responseModel)).toBe("list[Item]");
  expect(y).toMatchObject({ status: 200, responseModel: undefined, name: "y" });
});

it("takes the return type for a response model since FastAPI 0.89 only", async () => {
  const models = async (requirement: string) => {
    const code = await codeBaseOf({
      "main.py": `
        from fastapi import FastAPI
        app = FastAPI()
        @app.get("/x")
        def x() -> list[int]: ...
        @app.get("/y", response_model=str)
        def y() -> list[int]: ...
      `,
    });
    code.setVersions("requirements.txt", requirement);
    const { endpoints } = routing(applicationEffects(code));
    const found = endpoints.map((one) => operationOf(one, code).responseModel);
    return found.map((model) => model && typeText(model));
  };
  expect(await models("fastapi==0.88.0\n")).toEqual([undefined, "str"]);
  expect(await models("fastapi==0.89.0\n")).toEqual(["list[int]", "str"]);
  expect(await models("fastapi>=0.80\n")).toEqual(["list[int]", "str"]);
});
