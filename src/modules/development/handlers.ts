import type { Handlers } from "#generated/handlers";
import { appPage, appScript } from "./pages";

export const getDevelopmentApp: Handlers["getDevelopmentApp"] = () => appPage;

export const getDevelopmentCallback: Handlers["getDevelopmentCallback"] = () => appPage;

export const getDevelopmentAppScript: Handlers["getDevelopmentAppScript"] = async () => ({
  status: 200,
  body: await appScript(),
});
