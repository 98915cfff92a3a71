import { afterAll } from "bun:test";
import { closeTestCluster } from "./database";

afterAll(closeTestCluster);
