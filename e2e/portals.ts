import { join } from "node:path";

/** Journeys move the clock, the states of pages must stand still: each has a portal of its own, with its own database. */
export const projects = ["journeys", "states"] as const;
export type Project = (typeof projects)[number];

const firstPort = Number(process.env.E2E_PORT ?? 3210);

/** Where the project's portal answers and what it keeps; with PORTAL_URL, the one that runs there already. */
export function portalOf(project: Project): { url: string; port: number; dataDir: string } {
  const running = process.env.PORTAL_URL;
  const port = firstPort + projects.indexOf(project);
  const kept = process.env.E2E_DATA_DIR ?? ".data";
  return {
    url: running || `http://127.0.0.1:${port}`,
    port,
    dataDir: running ? kept : join(kept, project),
  };
}
