import { buildIfChanged } from "./build";
import { serve } from "./serve";

await serve({ isDev: false, beforeStart: buildIfChanged });
