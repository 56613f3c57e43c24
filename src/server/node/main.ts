import { join } from "node:path";
import { startServer } from "./start";

void startServer(join(__dirname, ".."));
