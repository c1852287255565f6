import { serve } from "./serve";

await serve({ isDev: true, beforeStart: async () => {} });
